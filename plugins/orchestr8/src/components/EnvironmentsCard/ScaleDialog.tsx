import { Quiet } from '../../primitives/Quiet';
import { useState } from 'react';
import { NumberField } from '@backstage/ui';
import { useApi } from '@backstage/frontend-plugin-api';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { ActionDialog } from '../../primitives/ActionDialog';
import { ModuleIdentity } from '../moduleOf';
import { useMayNot } from '../useMayNot';

/** Asks for a number of replicas; the override survives the next deployment. */
export function ScaleDialog(props: {
  module: ModuleIdentity;
  observation: Observation;
  onClose: () => void;
  onDeployment: (id: string) => void;
}) {
  const { module, observation, onClose, onDeployment } = props;
  const { environment, replicas: now, scale } = observation;
  const { min = 0, max } = scale ?? {};
  const api = useApi(orchestr8ApiRef);
  const mayNot = useMayNot('scale', module.entityRef);
  const [replicas, setReplicas] = useState(now.desired);
  const unchanged =
    replicas === now.desired ? `Runs ${replicas} already.` : undefined;
  return (
    <ActionDialog
      title={`Scale ${module.name} in ${environment}`}
      confirm={`Scale to ${Number.isNaN(replicas) ? '…' : replicas}`}
      whyNot={mayNot ?? (Number.isNaN(replicas) ? 'Give a number.' : unchanged)}
      command={`o8 module scale ${module.name} --replicas ${replicas} --environment ${environment}`}
      act={async () => {
        const request = { environment, replicas };
        onDeployment((await api.scale(module.name, request)).id);
      }}
      onClose={onClose}
    >
      <NumberField
        label="Replicas"
        description={`${now.ready} of ${now.desired} are ready now; ${
          max === undefined ? `at least ${min}` : `from ${min} to ${max}`
        } may be asked for.`}
        minValue={min}
        maxValue={max}
        value={replicas}
        onChange={setReplicas}
      />
      <Quiet>
        The number stays in force over later deployments, until it is set back.
      </Quiet>
    </ActionDialog>
  );
}
