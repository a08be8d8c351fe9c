import { useState } from 'react';
import { ButtonIcon, Menu, MenuItem, MenuTrigger } from '@backstage/ui';
import { Observation } from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiMore2Line, RiRestartLine, RiScales3Line } from '@remixicon/react';
import { ModuleIdentity } from '../moduleOf';
import { RestartDialog } from './RestartDialog';
import { ScaleDialog } from './ScaleDialog';

/** Scale and restart of what runs in an environment. */
export function EnvironmentMenu(props: {
  module: ModuleIdentity;
  observation: Observation;
  onDeployment: (id: string) => void;
}) {
  const { module, observation, onDeployment } = props;
  const [open, setOpen] = useState<'scale' | 'restart'>();
  const dialog = {
    module,
    observation,
    onClose: () => setOpen(undefined),
    onDeployment: (id: string) => {
      setOpen(undefined);
      onDeployment(id);
    },
  };
  return (
    <>
      <MenuTrigger>
        <ButtonIcon
          size="small"
          variant="tertiary"
          icon={<RiMore2Line aria-hidden />}
          aria-label={`More for ${observation.environment}`}
        />
        <Menu onAction={key => setOpen(key === 'scale' ? 'scale' : 'restart')}>
          <MenuItem id="scale" iconStart={<RiScales3Line aria-hidden />}>
            Scale…
          </MenuItem>
          <MenuItem id="restart" iconStart={<RiRestartLine aria-hidden />}>
            Restart…
          </MenuItem>
        </Menu>
      </MenuTrigger>
      {open === 'scale' && <ScaleDialog {...dialog} />}
      {open === 'restart' && <RestartDialog {...dialog} />}
    </>
  );
}
