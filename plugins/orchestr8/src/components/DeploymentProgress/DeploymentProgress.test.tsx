import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aDeployment } from '../../__testUtils__/samples';
import { DeploymentProgress } from './DeploymentProgress';

const MODULE = { name: 'shop', entityRef: 'module:default/shop' };

describe('DeploymentProgress', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = (refused?: string[]) =>
    renderForModule(<DeploymentProgress module={MODULE} id="d-1" />, {
      api,
      refused,
    });

  it('says that it is loading', async () => {
    api.deployment = pending;
    await render();
    expect(screen.getByText('Loading this deployment')).toBeInTheDocument();
  });

  it('says that it may not be seen', async () => {
    api.deployment = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(
      screen.getByText('You may not see this deployment'),
    ).toBeInTheDocument();
  });

  it('shows the steps with the time each took', async () => {
    await render();
    expect(screen.getByText('Apply: done')).toBeInTheDocument();
    expect(screen.getByText('2.0 s')).toBeInTheDocument();
    expect(screen.getByText('Wait until healthy: done')).toBeInTheDocument();
    expect(screen.getByText('6.5 s')).toBeInTheDocument();
    expect(
      screen.getByText('Deployment shop-dev/shop: create, done'),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /Cancel/ }),
    ).not.toBeInTheDocument();
  });

  it('shows cause, evidence and remedy of a failure', async () => {
    api.deployment = aDeployment({
      state: 'failed',
      message: 'shop did not become healthy',
      failure: {
        cause: 'image-pull',
        message: 'The image shop:1.4.0 cannot be pulled',
        object: { apiVersion: 'v1', kind: 'Pod', name: 'shop-1' },
        evidence: ['Back-off pulling image "shop:1.4.0"'],
        remedy: 'Push the image, or set image.tag to one that exists.',
      },
    });
    await render();
    const alert = screen.getByRole('alert');
    expect(alert).toHaveTextContent('The image shop:1.4.0 cannot be pulled');
    expect(alert).toHaveTextContent('Cause: image-pull, Pod/shop-1');
    expect(alert).toHaveTextContent('Back-off pulling image "shop:1.4.0"');
    expect(alert).toHaveTextContent('What to do: Push the image');
    expect(screen.getByText('Failed')).toBeInTheDocument();
  });

  it('goes on from the last event after the connection broke', async () => {
    jest.useFakeTimers();
    api.deployment = aDeployment({ state: 'running', message: 'applying' });
    await render();
    await act(async () => {
      api.deploymentStream.push({
        sequence: 4,
        at: '',
        deployment: aDeployment({ state: 'running', message: 'waiting' }),
      });
    });
    expect(screen.getByText('waiting')).toBeInTheDocument();
    await act(async () => api.deploymentStream.close());
    expect(screen.getByText('Not live, reconnecting')).toBeInTheDocument();
    await act(async () => {
      await jest.advanceTimersByTimeAsync(1_000);
    });
    expect(api.asked.at(-1)).toEqual({
      method: 'watchDeployment',
      with: ['d-1', 4],
    });
    jest.useRealTimers();
  });

  it('does not go on reading once the deployment is over', async () => {
    api.deployment = aDeployment({ state: 'running', message: 'applying' });
    await render();
    await act(async () => {
      api.deploymentStream.push({
        sequence: 5,
        at: '',
        deployment: aDeployment(),
      });
    });
    await act(async () => api.deploymentStream.close());
    expect(screen.getByText('Succeeded')).toBeInTheDocument();
    const times = api.asked.filter(
      ({ method }) => method === 'watchDeployment',
    );
    expect(times).toHaveLength(1);
  });

  it('cancels when asked', async () => {
    api.deployment = aDeployment({ state: 'running', message: 'applying' });
    await render();
    await userEvent.click(
      screen.getByRole('button', { name: 'Cancel this deployment' }),
    );
    expect(api.asked).toContainEqual({
      method: 'cancelDeployment',
      with: ['d-1'],
    });
  });

  it('says why it cannot be cancelled', async () => {
    api.deployment = aDeployment({ state: 'running', message: 'applying' });
    await render(['orchestr8.module.deploy']);
    const button = await screen.findByRole('button', {
      name: 'Cancel this deployment',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      'You need the permission orchestr8.module.deploy for this module.',
    );
  });
});
