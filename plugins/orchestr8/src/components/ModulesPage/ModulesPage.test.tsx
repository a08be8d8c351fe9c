import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anObservation } from '../../__testUtils__/samples';
import { ModulesPage } from './ModulesPage';

const moduleOf = (name: string): ModuleSummary => ({
  name,
  team: 'platform',
  version: '1.5.0',
  entityRef: `module:default/${name}`,
  environments: [anObservation()],
});

describe('ModulesPage', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = () => renderForModule(<ModulesPage />, { api });

  it('says that it is loading', async () => {
    api.modules = pending;
    await render();
    expect(screen.getByText('Loading the modules')).toBeInTheDocument();
  });

  it('says that they may not be seen', async () => {
    api.modules = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(screen.getByText('You may not see the modules')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    api.modules = refusal('Error', 'the catalog is away');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent('the catalog is away');
  });

  it('says that there are none', async () => {
    await render();
    expect(screen.getByText('There are no modules yet')).toBeInTheDocument();
  });

  it('shows every module in every environment of the path', async () => {
    api.modules = [moduleOf('shop'), moduleOf('billing')];
    await render();
    expect(
      screen.getAllByRole('columnheader').map(cell => cell.textContent),
    ).toEqual([
      'Module',
      'Team',
      'In the catalog',
      'dev',
      'staging',
      'production',
    ]);
    const row = screen.getByRole('row', { name: /shop/ });
    expect(within(row).getByRole('link', { name: 'shop' })).toHaveAttribute(
      'href',
      '/catalog/default/module/shop',
    );
    expect(row).toHaveTextContent('1.4.0');
    expect(row).toHaveTextContent('Healthy');
    expect(row).toHaveTextContent('not deployed');
  });

  it('finds modules by name', async () => {
    api.modules = [moduleOf('shop'), moduleOf('billing')];
    await render();
    await userEvent.type(
      screen.getByRole('searchbox', { name: 'Find a module' }),
      'bill',
    );
    expect(
      await screen.findByRole('row', { name: /billing/ }),
    ).toBeInTheDocument();
    expect(screen.queryByRole('row', { name: /shop/ })).not.toBeInTheDocument();
  });

  it('shows what changes while it is open, and drops what is gone', async () => {
    api.modules = [moduleOf('shop'), moduleOf('billing')];
    await render();
    await act(async () => {
      api.moduleStream.push({ ...moduleOf('shop'), version: '1.6.0' });
      api.moduleStream.push({ gone: 'billing' });
      api.moduleStream.push(moduleOf('archive'));
    });
    const rows = screen.getAllByRole('row').slice(1);
    expect(rows.map(row => row.textContent)).toEqual([
      expect.stringContaining('archive'),
      expect.stringContaining('1.6.0'),
    ]);
  });
});
