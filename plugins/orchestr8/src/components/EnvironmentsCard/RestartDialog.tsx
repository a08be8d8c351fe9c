import { Text } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { ActionDialog } from '../../primitives/ActionDialog';
import { ModuleIdentity } from '../moduleOf';
import { useMayNot } from '../useMayNot';

/** Asks once more before the pods are replaced. */
export function RestartDialog(props: {
  module: ModuleIdentity;
  observation: Observation;
  onClose: () => void;
  onDeployment: (id: string) => void;
}) {
  const { module, observation, onClose, onDeployment } = props;
  const { environment, replicas } = observation;
  const api = useApi(orchestr8ApiRef);
  const mayNot = useMayNot('restart', module.entityRef);
  return (
    <ActionDialog
      title={`Restart ${module.name} in ${environment}`}
      confirm="Restart"
      whyNot={mayNot}
      command={`o8 module restart ${module.name} --environment ${environment}`}
      act={async () => {
        onDeployment((await api.restart(module.name, environment)).id);
      }}
      onClose={onClose}
    >
      <Text>
        The {replicas.desired === 1 ? 'pod is' : `${replicas.desired} pods are`}{' '}
        replaced step by step, by the rules of the workload. The release stays
        the same.
      </Text>
    </ActionDialog>
  );
}
