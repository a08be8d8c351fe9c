import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anApproval, aPlan } from '../../__testUtils__/samples';
import { ApprovalsCard } from './ApprovalsCard';

describe('ApprovalsCard', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });
  const render = () => renderForModule(<ApprovalsCard />, { api });

  it('says that it is loading', async () => {
    api.approvals = pending;
    await render();
    expect(screen.getByText('Loading the approvals')).toBeInTheDocument();
  });

  it('says that they may not be seen', async () => {
    api.approvals = refusal('NotAllowedError', 'Not yours.');
    await render();
    expect(
      screen.getByText('You may not see the approvals'),
    ).toBeInTheDocument();
  });

  it('says what failed, and tries again', async () => {
    api.approvals = refusal('Error', 'the database is away');
    await render();
    expect(screen.getByRole('alert')).toHaveTextContent('the database is away');
    api.approvals = [];
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(
      await screen.findByText('Nobody has asked for an approval'),
    ).toBeInTheDocument();
  });

  it('shows the open ones first, with what they wait for, and how the others ended', async () => {
    api.approvals = [
      anApproval({
        id: 'a-2',
        state: 'rejected',
        message: 'Rejected by user:default/eve: not on a Friday',
        mayAnswer: { allowed: false },
      }),
      anApproval(),
    ];
    await render();
    const rows = within(
      screen.getByRole('list', { name: 'Requests for approval' }),
    ).getAllByRole('listitem');
    expect(rows[0]).toHaveTextContent('Waits for approval');
    expect(rows[0]).toHaveTextContent('promote 1.4.0 → production');
    expect(rows[0]).toHaveTextContent('0 of 1 approvals');
    expect(rows[1]).toHaveTextContent('not on a Friday');
    expect(within(rows[1]).queryByRole('button')).not.toBeInTheDocument();
  });

  it('opens the plan that it is about for review', async () => {
    const approval = anApproval();
    api.approvals = [approval];
    api.approval = approval;
    api.plan = aPlan({
      environment: 'production',
      gates: [{ gate: 'approvals', met: false, message: '0 of 1 approvals' }],
    });
    await render();
    await userEvent.click(
      screen.getByRole('button', {
        name: 'Review promote 1.4.0 to production',
      }),
    );
    const dialog = await screen.findByRole('dialog', {
      name: 'Review a plan of shop for production',
    });
    expect(
      await within(dialog).findByRole('button', { name: 'Approve this plan' }),
    ).toBeEnabled();
    expect(api.asked).toContainEqual({
      method: 'getPlan',
      with: [approval.plan],
    });
  });
});
