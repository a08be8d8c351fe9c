import { screen } from '@testing-library/react';
import { Entity } from '@backstage/catalog-model';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule, SHOP } from '../../__testUtils__/renderForModule';
import { ModuleCard } from './ModuleCard';

const WHOLE: Entity = {
  ...SHOP,
  metadata: { ...SHOP.metadata, version: '1.4.0' } as Entity['metadata'],
  spec: {
    team: 'shop-team',
    owner: 'ada@company.com',
    category: 'backend-service',
    lifecycle: 'production',
    security: { podSecurityStandard: 'restricted', networkIsolation: true },
    networking: {
      ports: [{ name: 'http', port: 8080 }],
      ingress: { enabled: true, host: 'shop.company.com' },
    },
  },
  relations: [
    { type: 'ownedBy', targetRef: 'group:default/shop-team' },
    { type: 'ownedBy', targetRef: 'user:default/ada' },
  ],
};

/** The value that stands beside a name. */
const fact = (name: string) => screen.getByText(name).nextElementSibling;

describe('ModuleCard', () => {
  const render = (entity: Entity) =>
    renderForModule(<ModuleCard />, { api: new FakeOrchestr8Api(), entity });

  it('shows what the specification says', async () => {
    await render(WHOLE);
    for (const [name, value] of [
      ['Version', '1.4.0'],
      ['Category', 'backend-service'],
      ['Team', 'shop-team'],
      ['Accountable', 'ada'],
      ['Lifecycle', 'production'],
      ['Pod security', 'restricted'],
      ['Network', 'isolated'],
      ['Ports', 'http 8080'],
      ['Served at', 'shop.company.com'],
    ]) {
      expect(fact(name)).toHaveTextContent(value);
    }
    expect(screen.getByRole('link', { name: 'shop-team' })).toHaveAttribute(
      'href',
      '/catalog/default/group/shop-team',
    );
  });

  it('names the accountable person as written when the catalog knows nobody', async () => {
    await render({ ...WHOLE, relations: [] });
    expect(fact('Accountable')).toHaveTextContent('ada@company.com');
    expect(fact('Accountable')).toHaveTextContent('not in the catalog');
    expect(fact('Team')).toHaveTextContent('shop-team');
  });

  it('leaves out what is not written', async () => {
    await render(SHOP);
    expect(screen.queryByText('Served at')).not.toBeInTheDocument();
    expect(screen.queryByText('Network')).not.toBeInTheDocument();
    expect(fact('Accountable')).toHaveTextContent('nobody is named');
  });

  it('says on the Component of a module which one it stands for', async () => {
    await render({
      ...SHOP,
      kind: 'Component',
      metadata: {
        ...SHOP.metadata,
        annotations: {
          'orchestr8.io/module': 'shop',
          'orchestr8.io/version': '1.4.0',
        },
      },
    });
    expect(fact('Delivered by')).toHaveTextContent('Module shop');
    expect(fact('Version')).toHaveTextContent('1.4.0');
    expect(
      screen.getByText(/This component stands for the module/),
    ).toBeInTheDocument();
  });
});
