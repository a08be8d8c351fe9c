import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { AlertObservation } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anObservation } from '../../__testUtils__/samples';
import { AlertsCard } from './AlertsCard';

const alert = (parts: Partial<AlertObservation>): AlertObservation => ({
  name: 'HighErrorRate',
  severity: 'warning',
  condition: 'error_rate > 5%',
  state: 'inactive',
  ...parts,
});

describe('AlertsCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
    api.observations = [
      anObservation(),
      anObservation({ environment: 'staging' }),
    ];
  });
  const render = () => renderForModule(<AlertsCard />, { api });

  it('says that it is loading', async () => {
    api.alerts = pending;
    await render();
    expect(screen.getByText('Loading the alerts')).toBeInTheDocument();
  });

  it('says that they may not be seen', async () => {
    api.alerts = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(screen.getByText('You may not see the alerts')).toBeInTheDocument();
  });

  it('says what failed', async () => {
    api.alerts = refusal('Error', 'prometheus answered 502');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent(
      'prometheus answered 502',
    );
  });

  it('says that the module defines none', async () => {
    await render();
    expect(screen.getByText(/^No alerts in /)).toBeInTheDocument();
  });

  it('says so when there is no Prometheus, and still shows the rules', async () => {
    api.alerts = { configured: false, alerts: [alert({ state: 'unknown' })] };
    await render();
    expect(
      screen.getByText('Nobody watches these alerts here'),
    ).toBeInTheDocument();
    expect(screen.getByText('HighErrorRate')).toBeInTheDocument();
    expect(screen.getByText('Not known')).toBeInTheDocument();
    expect(screen.queryByText('Quiet')).not.toBeInTheDocument();
  });

  it('shows what fires first, with value, time and runbook', async () => {
    api.alerts = {
      configured: true,
      alerts: [
        alert({}),
        alert({ name: 'New', state: 'unknown' }),
        alert({
          name: 'SlowAnswers',
          state: 'firing',
          severity: 'critical',
          value: '812 ms',
          since: new Date(Date.now() - 120_000).toISOString(),
          runbook: 'https://runbooks.example.com/slow',
          suppression: { kind: 'silenced', by: 'jane', reason: 'known' },
        }),
      ],
    };
    await render();
    const rows = within(
      screen.getByRole('list', { name: 'Alerts in staging' }),
    ).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('SlowAnswers');
    expect(rows[0]).toHaveTextContent('Firing');
    expect(rows[0]).toHaveTextContent('critical');
    expect(rows[0]).toHaveTextContent('now 812 ms, since 2 minutes ago');
    expect(rows[0]).toHaveTextContent(
      'Nobody is told: silenced by jane: known',
    );
    expect(
      within(rows[0]).getByRole('link', { name: 'Runbook for SlowAnswers' }),
    ).toHaveAttribute('href', 'https://runbooks.example.com/slow');
    expect(rows[1]).toHaveTextContent('Nobody knows this rule');
    expect(rows[2]).toHaveTextContent('Quiet');
  });

  it('asks for another environment when one is picked', async () => {
    await render();
    expect(api.asked.at(-1)).toEqual({
      method: 'getAlerts',
      with: ['shop', 'staging'],
    });
    const user = userEvent.setup();
    await user.click(screen.getByRole('button', { name: /Environment/ }));
    await user.click(await screen.findByRole('option', { name: 'dev' }));
    expect(api.asked.at(-1)).toEqual({
      method: 'getAlerts',
      with: ['shop', 'dev'],
    });
  });
});
