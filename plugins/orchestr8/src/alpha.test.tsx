import {
  createExtensionTester,
  renderTestApp,
} from '@backstage/frontend-test-utils';
import { createTestEntityPage } from '@backstage/plugin-catalog-react/testUtils';
import { screen } from '@testing-library/react';
import plugin from './alpha';
import * as legacy from './index';
import { orchestr8ApiRef } from './api/orchestr8ApiRef';
import { FakeOrchestr8Api } from './__testUtils__/FakeOrchestr8Api';
import { SHOP } from './__testUtils__/renderForModule';
import { anObservation } from './__testUtils__/samples';

describe('the plugin', () => {
  const on = (entity: typeof SHOP) => {
    const api = new FakeOrchestr8Api();
    api.observations = [anObservation()];
    renderTestApp({
      extensions: [
        createTestEntityPage({ entity }),
        plugin.getExtension('entity-card:orchestr8/environments'),
        plugin.getExtension('entity-card:orchestr8/alerts'),
        plugin.getExtension('entity-card:orchestr8/problems'),
      ],
      apis: [[orchestr8ApiRef, api]],
    });
  };

  it('puts its cards on the page of a module', async () => {
    on(SHOP);
    expect(await screen.findByText('Environments')).toBeInTheDocument();
    expect(await screen.findByText('Alerts')).toBeInTheDocument();
    expect(await screen.findByText('Problems')).toBeInTheDocument();
  });

  it('puts none on the page of something else', async () => {
    on({ ...SHOP, apiVersion: 'backstage.io/v1alpha1', kind: 'Component' });
    await Promise.resolve();
    expect(screen.queryByText('Environments')).not.toBeInTheDocument();
  });

  it('has its tabs under their paths', () => {
    const tab = (name: string) =>
      createExtensionTester(
        plugin.getExtension(`entity-content:orchestr8/${name}` as never),
      );
    expect(() => tab('deployments').query).not.toThrow();
    expect(() => tab('logs')).not.toThrow();
  });

  it('offers the same to apps on the old frontend system', () => {
    expect(Object.keys(legacy).sort()).toEqual([
      'EntityOrchestr8AlertsCard',
      'EntityOrchestr8DependenciesCard',
      'EntityOrchestr8DeploymentsContent',
      'EntityOrchestr8EnvironmentsCard',
      'EntityOrchestr8LogsContent',
      'EntityOrchestr8ModuleCard',
      'EntityOrchestr8ProblemsCard',
      'EntityOrchestr8RelatedModulesCard',
      'EntityOrchestr8TeamModulesCard',
      'MODULE_ANNOTATION',
      'Orchestr8ModuleSearchResultListItem',
      'Orchestr8ModulesPage',
      'isModule',
      'isOrchestr8Available',
      'moduleCatalogColumns',
      'modulesRouteRef',
      'orchestr8ApiRef',
      'orchestr8Plugin',
    ]);
  });
});
