import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import {
  FakeOrchestr8Api,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule, SHOP } from '../../__testUtils__/renderForModule';
import { anObservation } from '../../__testUtils__/samples';
import { TeamModulesCard } from './TeamModulesCard';

const group = (name: string, below: string[] = []): Entity => ({
  apiVersion: 'backstage.io/v1alpha1',
  kind: 'Group',
  metadata: { name, namespace: 'default' },
  spec: { type: 'team', children: below },
  relations: below.map(child => ({
    type: 'parentOf',
    targetRef: `group:default/${child}`,
  })),
});

const moduleOf = (name: string, team: string): Entity => ({
  ...SHOP,
  metadata: {
    name,
    namespace: 'default',
    version: '1.5.0',
  } as Entity['metadata'],
  spec: { owner: 'ada@company.com' },
  relations: [{ type: 'ownedBy', targetRef: `group:default/${team}` }],
});

const TEAMS = [group('shop-team'), group('data-team')];
const MODULES = [
  moduleOf('till', 'shop-team'),
  moduleOf('basket', 'shop-team'),
];

describe('TeamModulesCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = (entity: Entity, catalog: Entity[] | Error) =>
    renderForModule(<TeamModulesCard />, { api, entity, catalog });
  const names = () =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map(row => row.textContent);

  it('says how a module comes to belong to a team that has none', async () => {
    await render(TEAMS[0], []);
    expect(await screen.findByText('No modules')).toBeInTheDocument();
    expect(screen.getByText(/spec\.team: shop-team/)).toBeInTheDocument();
  });

  it('lists the modules of the team by name, with where they run', async () => {
    api.modules = [
      {
        name: 'till',
        team: 'shop-team',
        version: '1.5.0',
        entityRef: 'module:default/till',
        environments: [anObservation()],
      },
    ];
    await render(TEAMS[0], [
      ...TEAMS,
      ...MODULES,
      moduleOf('redis', 'data-team'),
    ]);
    expect(
      await screen.findByRole('heading', { name: 'Modules (2)' }),
    ).toBeInTheDocument();
    expect(names()).toEqual([
      expect.stringMatching(/^basket.*not deployed$/),
      expect.stringMatching(/^till.*dev 1\.4\.0.*Healthy/),
    ]);
  });

  it('lists them even when nobody knows where they run, and says so', async () => {
    api.modules = refusal('ServiceUnavailableError', 'the portal is away');
    await render(TEAMS[0], [...TEAMS, ...MODULES]);
    expect(
      await screen.findByText(/Where they run is not known/),
    ).toHaveTextContent('the portal is away');
    expect(names()).toHaveLength(2);
    expect(
      screen.queryByRole('columnheader', { name: 'Runs in' }),
    ).not.toBeInTheDocument();
  });

  it('adds those of the teams below when it is asked to', async () => {
    const parent = group('engineering', ['shop-team']);
    await render(parent, [parent, ...TEAMS, ...MODULES]);
    expect(await screen.findByText('No modules')).toBeInTheDocument();
    await userEvent.click(
      screen.getByRole('switch', { name: 'With the teams below' }),
    );
    expect(
      await screen.findByRole('heading', { name: 'Modules (2)' }),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    await render(TEAMS[0], new Error('the catalog is away'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the catalog is away',
    );
  });
});
