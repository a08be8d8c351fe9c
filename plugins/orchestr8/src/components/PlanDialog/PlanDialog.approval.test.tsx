import { act, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  FakeOrchestr8Api,
  pending,
  refusal,
} from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { anApproval, aPlan } from '../../__testUtils__/samples';
import { PlanDialog } from './PlanDialog';
import { PlanQuestion } from './PlanQuestion';

const MODULE = { name: 'shop', entityRef: 'module:default/shop' };
const PLAN = aPlan({
  kind: 'promote',
  environment: 'production',
  promotedFrom: 'staging',
  gates: [{ gate: 'approvals', met: true, message: '1 of 1 approvals' }],
});
const UNAPPROVED = {
  ...PLAN,
  refusals: [{ kind: 'gate' as const, message: '0 of 1 approvals' }],
  gates: [{ gate: 'approvals' as const, met: false, message: '0 of 1' }],
};
const APPROVED = anApproval({
  plan: PLAN.hash,
  state: 'approved',
  message: 'Approved by user:default/eve; it can be deployed.',
});
const REVIEW: PlanQuestion = {
  kind: 'review',
  environment: 'production',
  plan: PLAN.hash,
};

describe('The plan dialog and the approval of its plan', () => {
  let api: FakeOrchestr8Api;
  beforeEach(async () => {
    api = new FakeOrchestr8Api();
    api.plan = PLAN;
    api.approval = APPROVED;
    await renderForModule(
      <PlanDialog module={MODULE} question={REVIEW} onClose={() => {}} />,
      { api },
    );
    await screen.findByText('Approved');
  });
  const promote = () => screen.getByRole('button', { name: /^Promote 1.4.0/ });
  const hear = (parts: Partial<ApprovalRequest>) =>
    act(async () => api.approvalStream.push({ ...APPROVED, ...parts }));

  it('lets an approved plan be promoted', () => {
    expect(promote()).toBeEnabled();
  });

  it.each<[ApprovalRequest['state'], RegExp]>([
    ['used', /used by another deployment.* ask for approval again/],
    ['rejected', /rejected/],
    ['expired', /expired: ask for approval again/],
    ['void', /make a new plan/],
    ['waiting', /waits for approval/],
  ])(
    'lets nobody promote once the approval is %s, and says so at once',
    async (state, words) => {
      api.plan = UNAPPROVED;
      await hear({ state, message: 'It has ended.' });
      expect(promote()).toBeDisabled();
      expect(promote()).toHaveAccessibleDescription(words);
      expect(
        screen.getByText('This plan cannot be carried out'),
      ).toBeInTheDocument();
      expect(api.asked.filter(({ method }) => method === 'deploy')).toEqual([]);
    },
  );

  it('does not wait for the plan to be read anew', async () => {
    api.plan = pending;
    await hear({ state: 'used' });
    expect(promote()).toBeDisabled();
    expect(promote()).toHaveAccessibleDescription(/used by another deployment/);
  });

  it('says what failed when the plan cannot be read anew', async () => {
    api.plan = refusal('Error', 'the database is away');
    await hear({ state: 'used' });
    expect(screen.getByText(/the database is away/)).toBeInTheDocument();
    expect(promote()).toBeDisabled();
  });

  it('lets it be promoted again when it is asked for and approved anew', async () => {
    api.plan = UNAPPROVED;
    await hear({ state: 'used' });
    api.plan = PLAN;
    api.approval = { ...APPROVED, id: 'a-2' };
    await userEvent.click(
      screen.getByRole('button', { name: 'Ask for approval' }),
    );
    expect(promote()).toBeEnabled();
  });

  it('does not let go of a deployment that it has begun itself', async () => {
    let start = () => {};
    api.deployment = () =>
      new Promise((_, reject) => {
        start = () => reject(new Error('no worker'));
      });
    await userEvent.click(promote());
    await hear({ state: 'used' });
    expect(screen.queryByText(/by another deployment/)).not.toBeInTheDocument();
    await act(async () => start());
    expect(screen.getByText(/no worker/)).toBeInTheDocument();
    expect(promote()).toHaveAccessibleDescription(/used by another deployment/);
  });
});
