import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aDeployment, anObservation } from '../../__testUtils__/samples';
import { DeploymentsCard } from './DeploymentsCard';

describe('DeploymentsCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = (address?: string) =>
    renderForModule(<DeploymentsCard />, { api, address });

  it('says that it is loading', async () => {
    api.deployments = pending;
    await render();
    expect(screen.getByText('Loading the deployments')).toBeInTheDocument();
  });

  it('says that they may not be seen', async () => {
    api.deployments = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(
      screen.getByText('You may not see the deployments'),
    ).toBeInTheDocument();
  });

  it('says what failed', async () => {
    api.deployments = refusal('Error', 'the database is locked');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'the database is locked',
    );
  });

  it('says that there were none, and how to begin', async () => {
    await render();
    expect(
      screen.getByText('Nothing has been deployed yet'),
    ).toBeInTheDocument();
    expect(screen.getByText(/o8 module deploy shop/)).toBeInTheDocument();
  });

  it('lists who deployed what, where, and how it ended', async () => {
    api.deployments = [
      aDeployment({
        id: 'd-2',
        kind: 'promote',
        environment: 'staging',
        promotedFrom: 'dev',
        state: 'failed',
      }),
      aDeployment(),
    ];
    await render();
    const [, first, second] = screen.getAllByRole('row');
    expect(first).toHaveTextContent('Failed');
    expect(first).toHaveTextContent('promote 1.4.0');
    expect(first).toHaveTextContent('from dev');
    expect(first).toHaveTextContent('staging');
    expect(second).toHaveTextContent('Succeeded');
    expect(second).toHaveTextContent('8.5 s');
  });

  it('opens the steps of a deployment from its row', async () => {
    api.deployments = [aDeployment()];
    await render();
    await userEvent.click(screen.getByText('deploy 1.4.0'));
    expect(
      await screen.findByRole('dialog', { name: 'Deployment of shop' }),
    ).toHaveTextContent('Apply: done');
  });

  it('opens the deployment that the address names', async () => {
    await render('/?deployment=d-9');
    expect(await screen.findByRole('dialog')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'getDeployment',
      with: ['d-9'],
    });
  });

  it('asks again when a deployment moves', async () => {
    api.deployments = [aDeployment({ state: 'running' })];
    await render();
    const seen = (state: 'running' | 'succeeded') =>
      act(async () =>
        api.observationStream.push(
          anObservation({ lastDeployment: aDeployment({ state }) }),
        ),
      );
    await seen('running');
    api.deployments = [aDeployment()];
    await seen('succeeded');
    expect(await screen.findByText('Succeeded')).toBeInTheDocument();
  });
});
