import { useSearchParams } from 'react-router-dom';
import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { DeploymentDialog } from '../DeploymentProgress/DeploymentDialog';
import { ForModule } from '../ForModule';
import { ModuleIdentity } from '../moduleOf';
import { DeploymentTable } from './DeploymentTable';
import { useDeployments } from './useDeployments';

const PARAMETER = 'deployment';

/** The deployments of a module; the one that is open stands in the address. @public */
export function DeploymentsCard() {
  return (
    <ForModule>
      {module => <Deployments key={module.name} module={module} />}
    </ForModule>
  );
}

function Deployments(props: { module: ModuleIdentity }) {
  const { module } = props;
  const deployments = useDeployments(module.name);
  const [search, setSearch] = useSearchParams();
  const shown = search.get(PARAMETER);
  const show = (id?: string) =>
    setSearch(
      before => {
        const after = new URLSearchParams(before);
        if (id) after.set(PARAMETER, id);
        else after.delete(PARAMETER);
        return after;
      },
      { replace: true },
    );
  return (
    <EntityInfoCard title="Deployments">
      <Loaded of={deployments} what="the deployments">
        {value =>
          value.length === 0 ? (
            <EmptyNotice title="Nothing has been deployed yet">
              Press Deploy in the first environment, or run o8 module deploy{' '}
              {module.name}.
            </EmptyNotice>
          ) : (
            <DeploymentTable deployments={value} onShow={show} />
          )
        }
      </Loaded>
      {shown && (
        <DeploymentDialog module={module} id={shown} onClose={() => show()} />
      )}
    </EntityInfoCard>
  );
}
