import {
  createApiFactory,
  createComponentExtension,
  createPlugin,
  createRoutableExtension,
  discoveryApiRef,
  fetchApiRef,
} from '@backstage/core-plugin-api';
import { createSearchResultListItemExtension } from '@backstage/plugin-search-react';
import { createOrchestr8Api } from './api/createOrchestr8Api';
import { orchestr8ApiRef } from './api/orchestr8ApiRef';
import { isModuleResult } from './components/ModuleSearchResult/moduleDocument';
import { modulesRouteRef } from './routes';

/** The plugin, for apps on the old frontend system. @public */
export const orchestr8Plugin = createPlugin({
  id: 'orchestr8',
  routes: { root: modulesRouteRef },
  apis: [
    createApiFactory({
      api: orchestr8ApiRef,
      deps: { discoveryApi: discoveryApiRef, fetchApi: fetchApiRef },
      factory: createOrchestr8Api,
    }),
  ],
});

/** Where the module runs and what can be done about it. @public */
export const EntityOrchestr8EnvironmentsCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8EnvironmentsCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.EnvironmentsCard),
    },
  }),
);

/** The module's own alerts. @public */
export const EntityOrchestr8AlertsCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8AlertsCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.AlertsCard),
    },
  }),
);

/** What is wrong with the module's files. @public */
export const EntityOrchestr8ProblemsCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8ProblemsCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.ProblemsCard),
    },
  }),
);

/** Version, category, team, accountable person of the module. @public */
export const EntityOrchestr8ModuleCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8ModuleCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.ModuleCard),
    },
  }),
);

/** What the module needs and what needs it, by the catalog's relations. @public */
export const EntityOrchestr8RelatedModulesCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8RelatedModulesCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.RelatedModulesCard),
    },
  }),
);

/** The modules of a team or person, for pages of groups and users. @public */
export const EntityOrchestr8TeamModulesCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8TeamModulesCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.TeamModulesCard),
    },
  }),
);

/** A module among the results of a search. @public */
export const Orchestr8ModuleSearchResultListItem = orchestr8Plugin.provide(
  createSearchResultListItemExtension({
    name: 'Orchestr8ModuleSearchResultListItem',
    component: () => import('./cards').then(cards => cards.ModuleSearchResult),
    predicate: isModuleResult,
  }),
);

/** What the module needs, and whether an environment has it. @public */
export const EntityOrchestr8DependenciesCard = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8DependenciesCard',
    component: {
      lazy: () => import('./cards').then(cards => cards.DependenciesCard),
    },
  }),
);

/** Content of a tab: environments, history and dependencies. @public */
export const EntityOrchestr8DeploymentsContent = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8DeploymentsContent',
    component: {
      lazy: () => import('./cards').then(cards => cards.DeploymentsContent),
    },
  }),
);

/** Content of a tab: the logs of all pods. @public */
export const EntityOrchestr8LogsContent = orchestr8Plugin.provide(
  createComponentExtension({
    name: 'EntityOrchestr8LogsContent',
    component: { lazy: () => import('./cards').then(cards => cards.LogsCard) },
  }),
);

/** Every module in every environment. @public */
export const Orchestr8ModulesPage = orchestr8Plugin.provide(
  createRoutableExtension({
    name: 'Orchestr8ModulesPage',
    component: () => import('./cards').then(cards => cards.ModulesPage),
    mountPoint: modulesRouteRef,
  }),
);
