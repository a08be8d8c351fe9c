import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Entity } from '@backstage/catalog-model';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule, SHOP } from '../../__testUtils__/renderForModule';
import { RelatedModulesCard } from './RelatedModulesCard';

const moduleOf = (name: string, spec: Entity['spec'] = {}): Entity => ({
  ...SHOP,
  metadata: {
    name,
    namespace: 'default',
    version: '6.2.0',
  } as Entity['metadata'],
  spec,
  relations: [{ type: 'ownedBy', targetRef: 'group:default/data-team' }],
});

const SHOP_WITH_NEEDS: Entity = {
  ...SHOP,
  spec: {
    dependencies: [
      { name: 'redis', version: '^6.0' },
      { name: 'search', optional: true },
      { name: 'group:no-module' },
      { name: '' },
    ],
  },
  relations: [
    { type: 'dependsOn', targetRef: 'module:default/redis' },
    { type: 'dependencyOf', targetRef: 'module:default/web' },
  ],
};

describe('RelatedModulesCard', () => {
  const render = (entity: Entity, catalog: Entity[] | Error = []) =>
    renderForModule(<RelatedModulesCard />, {
      api: new FakeOrchestr8Api(),
      entity,
      catalog,
    });
  const rows = (title: string) =>
    within(screen.getByRole('region', { name: new RegExp(`^${title}`) }))
      .queryAllByRole('listitem')
      .map(({ textContent }) => textContent);

  it('says that there are none in either direction', async () => {
    await render(SHOP);
    expect(await screen.findAllByText('No other module.')).toHaveLength(2);
  });

  it('shows both directions with range, version and team, and what the catalog lacks', async () => {
    await render(SHOP_WITH_NEEDS, [
      moduleOf('redis'),
      moduleOf('web', { dependencies: [{ name: 'shop', version: '~1.4' }] }),
    ]);
    await screen.findByRole('region', { name: 'Needs 2' });
    expect(rows('Needs 2')).toEqual([
      expect.stringMatching(/redis.*\^6\.0.*6\.2\.0.*data-team/),
      expect.stringMatching(/search.*not in the catalog.*optional/),
    ]);
    expect(rows('Needed by')).toEqual([
      expect.stringMatching(/web.*~1\.4.*6\.2\.0/),
    ]);
    expect(screen.getByRole('link', { name: 'redis' })).toHaveAttribute(
      'href',
      '/catalog/default/module/redis',
    );
  });

  it('says what failed, and offers another try', async () => {
    await render(SHOP_WITH_NEEDS, new Error('the catalog is away'));
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the catalog is away',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
  });
});
