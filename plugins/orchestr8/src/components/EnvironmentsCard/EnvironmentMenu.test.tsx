import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aDeployment, anObservation } from '../../__testUtils__/samples';
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
});
