import { useState } from 'react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  RiArrowGoBackLine,
  RiContrastLine,
  RiDeleteBinLine,
  RiMore2Line,
  RiRestartLine,
  RiScales3Line,
} from '@remixicon/react';
import { ModuleIdentity } from '../moduleOf';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { DriftDialog } from './DriftDialog';
import { RestartDialog } from './RestartDialog';
import { RollbackDialog } from './RollbackDialog';
import { ScaleDialog } from './ScaleDialog';

/** What can be done with what runs in an environment. */
export function EnvironmentMenu(props: {
  module: ModuleIdentity;
  observation: Observation;
  onPlan: (question: PlanQuestion) => void;
  onDeployment: (id: string) => void;
}) {
  const { module, observation, onPlan, onDeployment } = props;
  const { environment } = observation;
  const [open, setOpen] = useState<
    'scale' | 'restart' | 'rollback' | 'drift'
  >();
  const close = () => setOpen(undefined);
  const plan = (question: PlanQuestion) => {
    close();
    onPlan(question);
  };
  const dialog = {
    module,
    observation,
    onClose: close,
    onDeployment: (id: string) => {
      close();
      onDeployment(id);
    },
  };
  const act = (key: string) => {
    if (key === 'delete') onPlan({ kind: 'delete', environment });
    else setOpen(key as typeof open);
  };
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiMore2Line aria-hidden />}
          aria-label={`More for ${environment}`}
        />
        <Menu onAction={key => act(String(key))}>
          <MenuItem id="scale" iconStart={<RiScales3Line aria-hidden />}>
            Scale…
          </MenuItem>
          <MenuItem id="restart" iconStart={<RiRestartLine aria-hidden />}>
            Restart…
          </MenuItem>
          <MenuItem id="drift" iconStart={<RiContrastLine aria-hidden />}>
            Look for drift…
          </MenuItem>
          <MenuItem id="rollback" iconStart={<RiArrowGoBackLine aria-hidden />}>
            Roll back…
          </MenuItem>
          <MenuItem
            id="delete"
            color="danger"
            iconStart={<RiDeleteBinLine aria-hidden />}
          >
            Delete…
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {open === 'scale' && <ScaleDialog {...dialog} />}
      {open === 'restart' && <RestartDialog {...dialog} />}
      {open === 'drift' && (
        <DriftDialog
          module={module}
          observation={observation}
          onClose={close}
          onPlan={plan}
        />
      )}
      {open === 'rollback' && (
        <RollbackDialog
          module={module}
          environment={environment}
          onClose={close}
          onPlan={plan}
        />
      )}
    </>
  );
}
