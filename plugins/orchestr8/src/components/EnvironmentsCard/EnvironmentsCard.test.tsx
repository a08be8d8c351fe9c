import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule, SHOP } from '../../__testUtils__/renderForModule';
import { aDeployment, anObservation } from '../../__testUtils__/samples';
import { EnvironmentsCard } from './EnvironmentsCard';

const render = (
  api: FakeOrchestr8Api,
  options?: Partial<Parameters<typeof renderForModule>[1]>,
) => renderForModule(<EnvironmentsCard />, { api, ...options });

const tile = (name: string) => screen.findByRole('region', { name });

describe('EnvironmentsCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });

  it('says that it is loading', async () => {
    api.environments = pending;
    await render(api);
    expect(
      screen.getByText('Loading the environments of this module'),
    ).toBeInTheDocument();
  });

  it('says that the reader may not see the module', async () => {
    api.observations = refusal('NotAllowedError', 'Ask the owning team.');
    await render(api);
    expect(
      await screen.findByText(
        'You may not see the environments of this module',
      ),
    ).toBeInTheDocument();
    expect(screen.queryByRole('list')).not.toBeInTheDocument();
  });

  it('says what failed and tries again when asked', async () => {
    api.environments = refusal('Error', 'the database is locked');
    await render(api);
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the database is locked',
    );
    api.environments = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('No environments are configured'),
    ).toBeInTheDocument();
  });

  it('still shows the path when the observations cannot be had', async () => {
    api.observations = refusal('ServiceUnavailableError', 'no cluster answers');
    await render(api);
    expect(
      await screen.findByText('What runs there is not known at the moment'),
    ).toBeInTheDocument();
    expect(screen.getByText('no cluster answers')).toBeInTheDocument();
    expect(await tile('production')).toHaveTextContent(
      'Nothing is known about it yet.',
    );
  });

  it('names the annotation that an entity without a module lacks', async () => {
    const entity = {
      ...SHOP,
      apiVersion: 'backstage.io/v1',
      kind: 'Component',
    };
    await render(api, { entity });
    expect(await screen.findAllByText(/orchestr8.io\/module/)).not.toHaveLength(
      0,
    );
  });

  it('shows each environment in the order of the path', async () => {
    api.observations = [
      anObservation({
        environment: 'staging',
        health: { status: 'Degraded', message: '2 of 3 pods crash' },
        replicas: { ready: 1, desired: 3 },
      }),
      anObservation({ simulated: true, lastDeployment: aDeployment() }),
    ];
    await render(api);
    const dev = await tile('dev');
    expect(dev).toHaveTextContent('1.4.0');
    expect(dev).toHaveTextContent('Healthy');
    expect(dev).toHaveTextContent('3 of 3 ready');
    expect(dev).toHaveTextContent('deploy 1.4.0 by');
    expect(dev).toHaveTextContent('Succeeded');
    expect(dev).toHaveTextContent('The pods of this cluster are simulated.');
    const staging = await tile('staging');
    expect(staging).toHaveTextContent('Degraded');
    expect(staging).toHaveTextContent('2 of 3 pods crash');
    expect(
      within(screen.getByRole('list', { name: 'Path of environments' }))
        .getAllByRole('region')
        .map(region => region.getAttribute('aria-label')),
    ).toEqual(['dev', 'staging', 'production']);
  });

  it('shows what is known while one cluster has not answered', async () => {
    api.observations = pending;
    await render(api);
    await act(async () => api.observationStream.push(anObservation()));
    expect(await tile('dev')).toHaveTextContent('3 of 3 ready');
    const staging = await tile('staging');
    expect(staging).toHaveTextContent('Looking at staging');
    expect(staging).not.toHaveTextContent('Nothing is known');
  });

  it('follows the stream of observations', async () => {
    api.observations = [anObservation({ replicas: { ready: 0, desired: 3 } })];
    await render(api);
    expect(await tile('dev')).toHaveTextContent('0 of 3 ready');
    await act(async () => {
      api.observationStream.push(
        anObservation({ replicas: { ready: 2, desired: 3 } }),
      );
    });
    expect(await tile('dev')).toHaveTextContent('2 of 3 ready');
    expect(screen.getByText('Live')).toBeInTheDocument();
    await act(async () => api.observationStream.close());
    expect(screen.getByText(/Not live, reconnecting; as of/)).toHaveTextContent(
      'as of just now',
    );
  });

  it.each([
    {
      why: 'Nothing is deployed in dev yet.',
      observations: [anObservation({ deployed: undefined })],
      refused: [],
    },
    {
      why: 'Runs the same release as dev.',
      observations: [
        anObservation(),
        anObservation({ environment: 'staging' }),
      ],
      refused: [],
    },
    {
      why: 'What runs in dev is not known.',
      observations: [],
      refused: [],
    },
    {
      why: 'You need the permission orchestr8.module.promote for this module.',
      observations: [anObservation()],
      refused: ['orchestr8.module.promote'],
    },
  ])(
    'says why a promotion cannot be had: $why',
    async ({ why, observations, refused }) => {
      api.observations = observations;
      await render(api, { refused });
      const button = await screen.findByRole('button', {
        name: 'Promote from dev to staging',
      });
      expect(button).toBeDisabled();
      expect(button).toHaveAccessibleDescription(why);
    },
  );

  it('plans a deployment into the first environment', async () => {
    await render(api);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Deploy to dev' }),
    );
    expect(
      await screen.findByRole('dialog', { name: 'Deploy shop to dev' }),
    ).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'makePlan',
      with: ['shop', { environment: 'dev' }],
    });
  });

  it('plans a promotion out of the environment before', async () => {
    api.observations = [anObservation()];
    await render(api);
    await userEvent.click(
      await screen.findByRole('button', {
        name: 'Promote from dev to staging',
      }),
    );
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'makePlan',
      with: ['shop', { environment: 'staging', from: 'dev' }],
    });
  });
});
