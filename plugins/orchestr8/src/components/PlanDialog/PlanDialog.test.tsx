import { act, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aDeployment, aPlan } from '../../__testUtils__/samples';
import { PlanDialog } from './PlanDialog';
import { PlanQuestion } from './PlanQuestion';

const MODULE = { name: 'shop', entityRef: 'module:default/shop' };
const DEPLOY: PlanQuestion = { kind: 'deploy', environment: 'dev' };

describe('PlanDialog', () => {
  let api: FakeOrchestr8Api;
  const onClose = jest.fn();
  beforeEach(() => {
    api = new FakeOrchestr8Api();
    onClose.mockClear();
  });

  const render = (question: PlanQuestion = DEPLOY) =>
    renderForModule(
      <PlanDialog module={MODULE} question={question} onClose={onClose} />,
      { api },
    );
  const show = async (parts: Partial<Plan>) => {
    api.plan = aPlan(parts);
    await render();
    return screen.findByRole('dialog');
  };

  it('says that it makes the plan', async () => {
    api.plan = pending;
    await render();
    expect(screen.getByText(/Making the plan/)).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: /^Deploy/ }),
    ).not.toBeInTheDocument();
  });

  it('says why no plan could be made, with the places in the files', async () => {
    api.plan = () => {
      throw Object.assign(new Error('invalid'), {
        problem: {
          name: 'InputError',
          title: 'The module is invalid',
          detail: 'Two fields are wrong.',
          hint: 'Mend them and try again.',
          problems: [
            {
              code: 'O8001',
              severity: 'error',
              file: 'o8-module.yaml',
              line: 4,
              column: 12,
              message: 'metadata.version is a number.',
            },
          ],
        },
      });
    };
    await render();
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('The module is invalid');
    expect(alert).toHaveTextContent('Mend them and try again.');
    expect(alert).toHaveTextContent(
      'o8-module.yaml:4:12 metadata.version is a number.',
    );
    expect(screen.getByRole('button', { name: 'Try again' })).toBeEnabled();
  });

  it('says that the reader may not make a plan', async () => {
    api.plan = refusal('NotAllowedError', 'Needs orchestr8.module.deploy.');
    await render();
    expect(
      await screen.findByText('You may not make the plan'),
    ).toBeInTheDocument();
  });

  it('names all that speaks against it and does not deploy', async () => {
    const dialog = await show({
      refusals: [
        { kind: 'policy', message: 'Deployment/shop runs as root.' },
        { kind: 'gate', message: 'One approval is missing.' },
      ],
      findings: [
        {
          object: { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' },
          rule: 'pod-security-restricted',
          message: 'runs as root',
          remedy: 'Set runAsNonRoot: true.',
        },
        {
          object: { apiVersion: 'v1', kind: 'Service', name: 'shop' },
          rule: 'load-balancer',
          message: 'asks for a load balancer',
          remedy: '',
          allowed: { reason: 'agreed with the platform team' },
        },
      ],
      gates: [
        { gate: 'healthy', met: true, message: 'dev is healthy' },
        {
          gate: 'approvals',
          met: false,
          message: '0 of 1 approvals',
          clearedBy: 'group:default/release-managers',
        },
      ],
      dependencies: [
        {
          name: 'redis',
          range: '^6.0',
          optional: true,
          state: 'missing',
          message: 'redis does not run in dev.',
        },
      ],
      warnings: ['The image tag latest floats.'],
      filledIn: ['Deployment/shop: readiness probe'],
    });
    for (const words of [
      'This plan cannot be carried out',
      'Deployment/shop runs as root.',
      'Refused: runs as root',
      'Set runAsNonRoot: true.',
      'Allowed exception: asks for a load balancer',
      'agreed with the platform team',
      'Met: dev is healthy',
      'Not met: 0 of 1 approvals',
      'Way out: group:default/release-managers.',
      'redis ^6.0 (optional)',
      'The image tag latest floats.',
      'Deployment/shop: readiness probe',
    ]) {
      expect(dialog).toHaveTextContent(words);
    }
    const button = screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription(
      '2 things stand against it; they are named above.',
    );
    api.plan = aPlan();
    await userEvent.click(screen.getByRole('button', { name: 'Plan again' }));
    expect(
      await screen.findByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    ).toBeEnabled();
  });

  it('deploys the hash that was shown and follows it to the end', async () => {
    await show({});
    api.deployment = aDeployment({
      state: 'running',
      message: 'waiting for Deployment shop-dev/shop',
      steps: [{ name: 'wait', state: 'running', message: '1 of 3 ready' }],
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    );
    expect(
      await screen.findByText('waiting for Deployment shop-dev/shop'),
    ).toBeInTheDocument();
    expect(screen.getByText('Wait until healthy: running')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'deploy',
      with: [{ plan: aPlan().hash }],
    });
    await act(async () => {
      api.deploymentStream.push({
        sequence: 7,
        at: new Date().toISOString(),
        deployment: aDeployment(),
      });
    });
    expect(screen.getByText('Succeeded')).toBeInTheDocument();
    await userEvent.click(screen.getAllByRole('button', { name: 'Close' })[1]);
    expect(onClose).toHaveBeenCalled();
  });

  it('says what moved when the plan is out of date, and makes a new one', async () => {
    await show({});
    const moved = [
      'Deployment shop-dev/shop has other differences now.',
      'Service shop-dev/shop was not in the plan; now: create.',
    ];
    api.deployment = refusal('ConflictError', 'The world has moved', { moved });
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    );
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('This plan is out of date');
    expect(
      within(alert)
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent),
    ).toEqual(moved);
    expect(
      screen.queryByRole('button', { name: /^Deploy/ }),
    ).not.toBeInTheDocument();
    api.plan = aPlan({ version: '1.4.1' });
    await userEvent.click(
      screen.getByRole('button', { name: 'Make a new plan' }),
    );
    expect(
      await screen.findByRole('button', { name: 'Deploy 1.4.1 to dev' }),
    ).toBeEnabled();
  });

  it('keeps the plan on screen when the deployment could not be started', async () => {
    await show({});
    api.deployment = refusal('ServiceUnavailableError', 'no worker');
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent('no worker');
    expect(
      screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    ).toBeEnabled();
  });

  it('does not call a plan out of date that a gate has shut meanwhile', async () => {
    await show({});
    api.deployment = refusal('ConflictError', 'dev is frozen until Monday.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'dev is frozen until Monday.',
    );
    expect(screen.queryByText(/out of date/)).not.toBeInTheDocument();
  });

  it.each<[string, PlanQuestion]>([
    ['o8 module deploy shop --environment dev', DEPLOY],
    [
      'o8 module promote shop --from dev --to staging',
      { kind: 'promote', environment: 'staging', from: 'dev' },
    ],
  ])('gives the command %s', async (command, question) => {
    await render(question);
    expect(await screen.findByText(command)).toBeInTheDocument();
  });
});
