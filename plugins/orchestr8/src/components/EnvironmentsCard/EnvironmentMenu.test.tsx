import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestr8Api,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aDeployment, anObservation, aPlan } from '../../__testUtils__/samples';
import { EnvironmentsCard } from './EnvironmentsCard';

describe('EnvironmentMenu', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = () => renderForModule(<EnvironmentsCard />, { api });

  it('scales from the menu and shows how that goes', async () => {
    api.observations = [anObservation()];
    api.deployment = aDeployment({ kind: 'scale', message: 'scaled to 5' });
    await render();
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'More for dev' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Scale…' }));
    const dialog = await screen.findByRole('dialog');
    expect(dialog).toHaveTextContent('Runs 3 already.');
    const field = within(dialog).getByRole('textbox', { name: /Replicas/ });
    await user.clear(field);
    await user.type(field, '5');
    await user.tab();
    expect(dialog).toHaveTextContent(
      'o8 module scale shop --replicas 5 --environment dev',
    );
    await user.click(
      within(dialog).getByRole('button', { name: 'Scale to 5' }),
    );
    expect(await screen.findByText('scaled to 5')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'scale',
      with: ['shop', { environment: 'dev', replicas: 5 }],
    });
  });

  it('restarts only after it was asked once more', async () => {
    api.observations = [anObservation()];
    api.deployment = aDeployment({ kind: 'restart', message: 'restarted' });
    await render();
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'More for dev' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: 'Restart…' }));
    expect(api.asked.map(({ method }) => method)).not.toContain('restart');
    await user.click(await screen.findByRole('button', { name: 'Restart' }));
    expect(await screen.findByText('restarted')).toBeInTheDocument();
  });

  const choose = async (item: string) => {
    const user = userEvent.setup();
    await user.click(
      await screen.findByRole('button', { name: 'More for dev' }),
    );
    await user.click(await screen.findByRole('menuitem', { name: item }));
    return user;
  };

  it('says between how many replicas may be asked for', async () => {
    api.observations = [anObservation({ scale: { min: 1, max: 8 } })];
    await render();
    await choose('Scale…');
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      '3 of 3 are ready now; from 1 to 8 may be asked for.',
    );
  });

  it('plans the rollback to a release that ran there', async () => {
    api.observations = [anObservation()];
    const kept = (version: string, current: boolean) => ({
      release: `sha256:${version}`,
      version,
      deployedAt: '2026-11-20T10:00:00.000Z',
      deployment: `d-${version}`,
      current,
    });
    api.releases = [
      kept('1.4.0', true),
      kept('1.3.0', false),
      kept('1.2.0', false),
    ];
    await render();
    const user = await choose('Roll back…');
    const asking = await screen.findByRole('dialog', {
      name: 'Roll shop back in dev',
    });
    expect(
      within(asking)
        .getAllByRole('radio')
        .map(radio => (radio as HTMLInputElement).value),
    ).toEqual(['sha256:1.3.0', 'sha256:1.2.0']);
    await user.click(within(asking).getByRole('radio', { name: /1\.2\.0/ }));
    api.plan = aPlan({ kind: 'rollback', version: '1.2.0' });
    await user.click(
      within(asking).getByRole('button', {
        name: 'Plan the rollback to 1.2.0',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Roll shop back to 1.2.0 in dev',
    });
    expect(dialog).toHaveTextContent(
      'o8 module rollback shop --environment dev --to 1.2.0',
    );
    expect(
      await within(dialog).findByRole('button', { name: 'Roll back to 1.2.0' }),
    ).toBeEnabled();
    expect(api.asked).toContainEqual({
      method: 'planRollback',
      with: ['shop', { environment: 'dev', release: 'sha256:1.2.0' }],
    });
  });

  it('says that nothing else has run there', async () => {
    api.observations = [anObservation()];
    await render();
    await choose('Roll back…');
    expect(
      await screen.findByText('Nothing else has run in dev'),
    ).toBeInTheDocument();
  });

  it('deletes only after the name of the module was typed', async () => {
    api.observations = [anObservation()];
    api.plan = aPlan({ kind: 'delete' });
    await render();
    const user = await choose('Delete…');
    const dialog = await screen.findByRole('dialog', {
      name: 'Delete shop from dev',
    });
    const button = await within(dialog).findByRole('button', {
      name: 'Delete shop from dev',
    });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('Type shop above to confirm.');
    await user.type(
      within(dialog).getByRole('textbox', { name: /Type the name/ }),
      'shop',
    );
    api.deployment = aDeployment({ kind: 'delete', message: 'it is gone' });
    await user.click(button);
    expect(await screen.findByText('it is gone')).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'deploy',
      with: [{ plan: aPlan().hash }],
    });
  });

  it('shows what has drifted, field by field and by whom', async () => {
    api.observations = [anObservation()];
    const ref = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'shop' };
    api.drift = [
      {
        object: ref,
        fields: [
          {
            path: 'spec.replicas',
            from: 3,
            to: 1,
            manager: 'kubectl-edit',
            at: '2026-11-20T10:00:00Z',
          },
        ],
      },
      {
        object: { apiVersion: 'v1', kind: 'Service', name: 'shop' },
        fields: [],
      },
    ];
    await render();
    await choose('Look for drift…');
    const dialog = await screen.findByRole('dialog');
    const deployment = await within(dialog).findByRole('region', {
      name: 'Deployment/shop',
    });
    expect(deployment).toHaveTextContent('spec.replicas');
    expect(deployment).toHaveTextContent('before: 3');
    expect(deployment).toHaveTextContent('after: 1');
    expect(deployment).toHaveTextContent('by kubectl-edit');
    expect(
      within(dialog).getByRole('region', { name: 'Service/shop' }),
    ).toHaveTextContent('It is gone');
    await userEvent.click(
      within(dialog).getByRole('button', { name: 'Plan to put it back' }),
    );
    expect(
      await screen.findByRole('dialog', {
        name: 'Roll shop back to 1.4.0 in dev',
      }),
    ).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'planRollback',
      with: [
        'shop',
        { environment: 'dev', release: anObservation().deployed?.release },
      ],
    });
  });

  it('says that nothing has drifted, or why that is not known', async () => {
    api.observations = [anObservation()];
    await render();
    const user = await choose('Look for drift…');
    expect(
      await screen.findByText('Everything is as it was deployed'),
    ).toBeInTheDocument();
    await user.keyboard('{Escape}');
    api.drift = refusal('ServiceUnavailableError', 'the cluster is away');
    await choose('Look for drift…');
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'the cluster is away',
    );
  });
});
