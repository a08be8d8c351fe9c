/**
 * The cards for the new frontend system, found by feature discovery.
 *
 * @packageDocumentation
 */
import {
  ApiBlueprint,
  createFrontendPlugin,
  discoveryApiRef,
  fetchApiRef,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import {
  EntityCardBlueprint,
  EntityContentBlueprint,
} from '@backstage/plugin-catalog-react/alpha';
import { SearchResultListItemBlueprint } from '@backstage/plugin-search-react/alpha';
import { RiFileListLine, RiRocket2Line, RiStackLine } from '@remixicon/react';
import { createOrchestr8Api } from './api/createOrchestr8Api';
import { orchestr8ApiRef } from './api/orchestr8ApiRef';
import { isModule, isOrchestr8Available } from './components/moduleOf';
import { isModuleResult } from './components/ModuleSearchResult/moduleDocument';
import { modulesRouteRef } from './routes';

const api = ApiBlueprint.make({
  params: define =>
    define({
      api: orchestr8ApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createOrchestr8Api,
    }),
});

const environmentsCard = EntityCardBlueprint.make({
  name: 'environments',
  params: {
    filter: isOrchestr8Available,
    type: 'content',
    loader: async () => {
      const { EnvironmentsCard } = await import('./cards');
      return <EnvironmentsCard />;
    },
  },
});

const alertsCard = EntityCardBlueprint.make({
  name: 'alerts',
  params: {
    filter: isOrchestr8Available,
    type: 'info',
    loader: async () => {
      const { AlertsCard } = await import('./cards');
      return <AlertsCard />;
    },
  },
});

const moduleCard = EntityCardBlueprint.make({
  name: 'module',
  params: {
    filter: isOrchestr8Available,
    type: 'info',
    loader: async () => {
      const { ModuleCard } = await import('./cards');
      return <ModuleCard />;
    },
  },
});

const relatedModulesCard = EntityCardBlueprint.make({
  name: 'related-modules',
  params: {
    filter: isModule,
    type: 'content',
    loader: async () => {
      const { RelatedModulesCard } = await import('./cards');
      return <RelatedModulesCard />;
    },
  },
});

const teamModulesCard = EntityCardBlueprint.make({
  name: 'team-modules',
  params: {
    filter: { kind: { $in: ['group', 'user'] } },
    type: 'content',
    loader: async () => {
      const { TeamModulesCard } = await import('./cards');
      return <TeamModulesCard />;
    },
  },
});

const moduleSearchResult = SearchResultListItemBlueprint.make({
  name: 'module',
  params: {
    predicate: isModuleResult,
    component: async () => {
      const { ModuleSearchResult } = await import('./cards');
      return ModuleSearchResult;
    },
  },
});

const problemsCard = EntityCardBlueprint.make({
  name: 'problems',
  params: {
    filter: isModule,
    type: 'info',
    loader: async () => {
      const { ProblemsCard } = await import('./cards');
      return <ProblemsCard />;
    },
  },
});

const deploymentsContent = EntityContentBlueprint.make({
  name: 'deployments',
  params: {
    path: '/deployments',
    title: 'Deployments',
    group: 'deployment',
    icon: <RiRocket2Line />,
    filter: isOrchestr8Available,
    loader: async () => {
      const { DeploymentsContent } = await import('./cards');
      return <DeploymentsContent />;
    },
  },
});

const logsContent = EntityContentBlueprint.make({
  name: 'logs',
  params: {
    path: '/logs',
    title: 'Logs',
    group: 'observability',
    icon: <RiFileListLine />,
    filter: isOrchestr8Available,
    loader: async () => {
      const { LogsCard } = await import('./cards');
      return <LogsCard />;
    },
  },
});

const modulesPage = PageBlueprint.make({
  params: {
    path: '/orchestr8',
    title: 'Modules',
    icon: <RiStackLine />,
    routeRef: modulesRouteRef,
    loader: async () => {
      const { ModulesPage } = await import('./cards');
      return <ModulesPage />;
    },
  },
});

/** Cards, tabs and the page of modules. @alpha */
export default createFrontendPlugin({
  pluginId: 'orchestr8',
  title: 'Modules',
  icon: <RiStackLine />,
  routes: { root: modulesRouteRef },
  info: { packageJson: () => import('../package.json') },
  extensions: [
    api,
    environmentsCard,
    alertsCard,
    moduleCard,
    problemsCard,
    relatedModulesCard,
    teamModulesCard,
    moduleSearchResult,
    deploymentsContent,
    logsContent,
    modulesPage,
  ],
});
