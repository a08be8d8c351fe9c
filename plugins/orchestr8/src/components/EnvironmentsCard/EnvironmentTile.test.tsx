import { act, screen } from '@testing-library/react';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anObservation } from '../../__testUtils__/samples';
import { EnvironmentsCard } from './EnvironmentsCard';

const render = (api: FakeOrchestr8Api) =>
  renderForModule(<EnvironmentsCard />, { api });

const tile = (name: string) => screen.findByRole('region', { name });

describe('EnvironmentTile', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });

  it('says which cluster is out of reach and leaves the others as they are', async () => {
    const observedAt = new Date(Date.now() - 600_000).toISOString();
    api.observations = [
      anObservation(),
      anObservation({
        environment: 'staging',
        observedAt,
        unavailable: 'the cluster "eu" cannot be reached: connect timed out',
      }),
      anObservation({ environment: 'production', observedAt }),
    ];
    await render(api);
    const staging = await tile('staging');
    expect(staging).toHaveTextContent(
      'The cluster "eu" cannot be reached: connect timed out. Shown is what was seen 10 minutes ago.',
    );
    expect(staging).toHaveTextContent('1.4.0');
    expect(await tile('production')).toHaveTextContent(
      'Stale: the cluster was last heard of 10 minutes ago.',
    );
    expect(await tile('dev')).not.toHaveTextContent(/reached|Stale/);
  });

  it('claims nothing of a cluster that was never heard of', async () => {
    const unavailable = 'the cluster "eu" cannot be reached: timed out';
    const unseen = {
      unavailable,
      health: { status: 'Unknown', message: unavailable },
      replicas: { ready: 0, desired: 0 },
    } as const;
    api.observations = [
      anObservation(unseen),
      anObservation({ ...unseen, environment: 'staging', deployed: undefined }),
    ];
    await render(api);
    const dev = await tile('dev');
    expect(dev).toHaveTextContent('1.4.0');
    expect(dev).toHaveTextContent('How it is there now is not known.');
    expect(dev).not.toHaveTextContent(/ready|Shown is/);
    expect(dev.textContent?.match(/cannot be reached/g)).toHaveLength(1);
    const staging = await tile('staging');
    expect(staging).toHaveTextContent('Nothing is recorded as deployed here.');
  });

  it('names who scaled by hand, to what and when', async () => {
    api.observations = [
      anObservation({
        scale: {
          override: 3,
          by: 'user:default/ada',
          since: new Date(Date.now() - 120_000).toISOString(),
        },
      }),
    ];
    await render(api);
    expect(await tile('dev')).toHaveTextContent(
      'By handscaled to 3 by ada, 2 minutes ago',
    );
  });

  it('says that the cluster does not fence, and what to do', async () => {
    api.observations = [
      anObservation({
        unfenced:
          'The fence is not enforced: the cluster "playground" does not fence. Install the fence with "o8 cluster prepare".',
      }),
    ];
    await render(api);
    expect(await tile('dev')).toHaveTextContent(
      'The fence is not enforced: the cluster "playground" does not fence. Install the fence with "o8 cluster prepare".',
    );
  });

  it('says that one account reads and writes the cluster', async () => {
    api.observations = [
      anObservation({
        sharedAccount:
          'The cluster "playground" is read and written as one user, "portal".',
      }),
    ];
    await render(api);
    expect(await tile('dev')).toHaveTextContent(
      'is read and written as one user, "portal"',
    );
  });

  it('does not call old news stale while the connection stands', async () => {
    const old = anObservation({
      observedAt: new Date(Date.now() - 600_000).toISOString(),
    });
    api.observations = [old];
    await render(api);
    expect(await tile('dev')).toHaveTextContent(/Stale/);
    await act(async () => api.observationStream.push(old));
    expect(await tile('dev')).not.toHaveTextContent(/Stale/);
  });
});
