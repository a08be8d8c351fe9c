import { screen, within } from '@testing-library/react';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { DependenciesCard } from './DependenciesCard';

describe('DependenciesCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = () => renderForModule(<DependenciesCard />, { api });

  it('says that it is loading', async () => {
    api.dependencies = pending;
    await render();
    expect(screen.getByText('Loading the dependencies')).toBeInTheDocument();
  });

  it('says that they may not be seen', async () => {
    api.dependencies = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(
      screen.getByText('You may not see the dependencies'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    api.dependencies = refusal('Error', 'the catalog is away');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent('the catalog is away');
  });

  it('says that no environments are configured', async () => {
    api.environments = [];
    await render();
    expect(
      screen.getByText('No environments are configured'),
    ).toBeInTheDocument();
  });

  it('says that there are none', async () => {
    await render();
    expect(
      screen.getByText('This module depends on no other'),
    ).toBeInTheDocument();
  });

  it('draws the tree with the state of each node in words', async () => {
    api.dependencies = {
      name: 'shop',
      optional: false,
      state: 'root',
      children: [
        {
          name: 'postgresql',
          range: '^15',
          deployed: '15.2.0',
          optional: false,
          state: 'satisfied',
          children: [
            { name: 'shop', optional: false, state: 'cycle', children: [] },
          ],
        },
        {
          name: 'redis',
          range: '^6.0',
          optional: true,
          state: 'unsuitable',
          deployed: '5.0.0',
          message: '5.0.0 is not in ^6.0',
          children: [],
        },
      ],
    };
    await render();
    const [postgresql, shop, redis] = screen.getAllByRole('listitem');
    expect(postgresql).toHaveTextContent('postgresql');
    expect(postgresql).toHaveTextContent('Satisfied');
    expect(postgresql).toHaveTextContent('^15');
    expect(postgresql).toHaveTextContent('15.2.0 runs');
    expect(
      within(postgresql).getByRole('link', { name: 'postgresql' }),
    ).toHaveAttribute('href', expect.stringContaining('/module/postgresql'));
    expect(postgresql).toContainElement(shop);
    expect(shop).toHaveTextContent('Cycle');
    expect(redis).toHaveTextContent('Unsuitable version');
    expect(redis).toHaveTextContent('optional');
    expect(redis).toHaveTextContent('5.0.0 is not in ^6.0');
  });
});
