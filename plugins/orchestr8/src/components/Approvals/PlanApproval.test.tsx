import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anApproval, aPlan } from '../../__testUtils__/samples';
import { PlanApproval } from './PlanApproval';

const MODULE = { name: 'shop', entityRef: 'module:default/shop' };
const GATED = aPlan({
  environment: 'production',
  gates: [{ gate: 'approvals', met: false, message: '0 of 1 approvals' }],
});

describe('PlanApproval', () => {
  let api: FakeOrchestr8Api;
  const onStanding = jest.fn();
  beforeEach(() => {
    api = new FakeOrchestr8Api();
    onStanding.mockClear();
  });
  const render = (plan: Plan = GATED, refused: string[] = []) =>
    renderForModule(
      <PlanApproval plan={plan} module={MODULE} onStanding={onStanding} />,
      { api, refused },
    );

  it('is not there where the environment asks for no approval', async () => {
    await render(aPlan());
    expect(screen.queryByText('Approval')).not.toBeInTheDocument();
    expect(api.asked).toEqual([]);
  });

  it('asks with a word to those who approve, and then waits', async () => {
    await render();
    await userEvent.type(
      screen.getByRole('textbox', { name: 'A word to those who approve' }),
      'for the sale',
    );
    api.approval = anApproval({
      comment: 'for the sale',
      mayAnswer: {
        allowed: false,
        message: 'You asked for it: an approval is never the requester’s own.',
      },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for approval' }),
    );
    expect(await screen.findByText('Waits for approval')).toBeInTheDocument();
    expect(screen.getByText('for the sale')).toBeInTheDocument();
    expect(
      screen.getByText(/an approval is never the requester’s own/),
    ).toBeInTheDocument();
    expect(
      screen.queryByRole('button', { name: 'Approve this plan' }),
    ).not.toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'requestApproval',
      with: [GATED.hash, { comment: 'for the sale' }],
    });
  });

  it('hears at once that somebody approved', async () => {
    api.approval = anApproval({
      mayAnswer: { allowed: false, message: 'No.' },
    });
    await render();
    await screen.findByText('Waits for approval');
    await act(async () =>
      api.approvalStream.push(
        anApproval({
          state: 'approved',
          approvals: [{ by: 'user:default/eve', at: new Date().toISOString() }],
          mayAnswer: { allowed: false },
        }),
      ),
    );
    expect(screen.getByText('Approved')).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'eve' })).toBeInTheDocument();
    expect(onStanding.mock.calls.map(([{ state }]) => state)).toEqual([
      'waiting',
      'approved',
    ]);
  });

  it('approves', async () => {
    api.approval = anApproval();
    await render();
    await screen.findByText('Waits for approval');
    api.approval = anApproval({
      state: 'approved',
      mayAnswer: { allowed: false, message: 'You have approved it already.' },
    });
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve this plan' }),
    );
    expect(
      await screen.findByText('You have approved it already.'),
    ).toBeInTheDocument();
    expect(api.asked).toContainEqual({
      method: 'approvePlan',
      with: [GATED.hash, {}],
    });
    expect(onStanding).toHaveBeenLastCalledWith(
      expect.objectContaining({ state: 'approved' }),
    );
  });

  it('rejects only with a reason', async () => {
    api.approval = anApproval();
    await render();
    const button = await screen.findByRole('button', { name: 'Reject' });
    expect(button).toBeDisabled();
    expect(button).toHaveAccessibleDescription('A no needs its reason.');
    await userEvent.type(
      screen.getByRole('textbox', { name: /reason of a no/ }),
      'not on a Friday',
    );
    api.approval = anApproval({
      state: 'rejected',
      message: 'Rejected by user:default/eve: not on a Friday',
    });
    await userEvent.click(button);
    expect(
      await screen.findByText('Rejected by user:default/eve: not on a Friday'),
    ).toBeInTheDocument();
    expect(
      screen.getByRole('button', { name: 'Ask for approval' }),
    ).toBeEnabled();
    expect(api.asked).toContainEqual({
      method: 'rejectPlan',
      with: [GATED.hash, { reason: 'not on a Friday' }],
    });
  });

  it('keeps what was typed when the answer could not be given', async () => {
    api.approval = anApproval();
    await render();
    await userEvent.type(
      await screen.findByRole('textbox', { name: /reason of a no/ }),
      'go',
    );
    api.approval = refusal('ConflictError', 'The world has moved.');
    await userEvent.click(
      screen.getByRole('button', { name: 'Approve this plan' }),
    );
    expect(await screen.findByRole('alert')).toHaveTextContent(
      'The world has moved.',
    );
    expect(screen.getByRole('textbox', { name: /reason of a no/ })).toHaveValue(
      'go',
    );
  });

  it('says which permission is missing to answer', async () => {
    api.approval = anApproval();
    await render(GATED, ['orchestr8.module.approve']);
    expect(
      await screen.findByText(/orchestr8\.module\.approve/),
    ).toBeInTheDocument();
  });
});
