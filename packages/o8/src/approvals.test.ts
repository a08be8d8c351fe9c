import { FakePortal } from './__testUtils__/FakePortal';
import { FakeTerminal } from './__testUtils__/FakeTerminal';
import { runO8, SIGNED_IN } from './__testUtils__/runO8';
import { anApproval } from './__testUtils__/samples/deployments';
import { aGatedPlan } from './__testUtils__/samples/plans';

const PROMOTE =
  'module promote my-service --from staging --to production --yes';
const APPROVED = {
  ...anApproval,
  state: 'approved' as const,
  message: 'Approved by user:default/eve.',
};

const gated = (...approvals: FakePortal['approvals']) =>
  Object.assign(new FakePortal(), { plan: aGatedPlan, approvals });
const asked = ({ requests }: FakePortal) =>
  requests.map(({ method, path }) => `${method} ${path.split('?')[0]}`);

describe('--approve', () => {
  it('is named when nothing else stands against a plan', async () => {
    const { code, err, portal } = await runO8(PROMOTE, {
      portal: gated(anApproval),
    });
    expect(code).toBe(4);
    expect(err).toContain('Add --approve to ask for it and wait.');
    expect(asked(portal)).not.toContain('POST /deployments');
  });

  it('asks, waits until somebody has said yes, and deploys', async () => {
    const { code, err, portal } = await runO8(`${PROMOTE} --approve`, {
      portal: gated(anApproval, APPROVED),
    });
    expect(err).toContain('it waits for members of');
    expect(err).toContain(`o8 module approve ${aGatedPlan.hash}`);
    expect(err).toContain('Approval: Approved by user:default/eve.');
    expect(code).toBe(0);
    expect(asked(portal)).toContain('POST /deployments');
  });

  it('presents an approval that was given already', async () => {
    const { code, portal } = await runO8(`${PROMOTE} --approve`, {
      portal: gated(APPROVED),
    });
    expect(code).toBe(0);
    expect(asked(portal).join()).not.toContain('approval/stream');
  });

  it('ends refused when somebody says no', async () => {
    const { code, err, portal } = await runO8(`${PROMOTE} --approve`, {
      portal: gated(anApproval, {
        ...anApproval,
        state: 'rejected',
        message: 'Rejected by user:default/eve: not on a Friday',
      }),
    });
    expect(code).toBe(4);
    expect(err).toContain('not on a Friday');
    expect(asked(portal)).not.toContain('POST /deployments');
  });

  it('asks and leaves with --no-wait', async () => {
    const { code, err } = await runO8(`${PROMOTE} --approve --no-wait`, {
      portal: gated(anApproval),
    });
    expect(code).toBe(4);
    expect(err).toContain('Run the same command again once it is approved.');
  });
});

describe('approve and reject', () => {
  const terminal = (answers: (string | boolean)[]) =>
    new FakeTerminal({ answers, env: SIGNED_IN });
  const digits = anApproval.plan.slice(7, 19);

  it('show the plan and ask before they say yes', async () => {
    const person = terminal([true]);
    const { code, err, portal } = await runO8(`module approve ${digits}`, {
      terminal: person,
    });
    expect(code).toBe(0);
    expect(person.questions).toEqual(['Approve this plan?']);
    expect(err).toContain('Deployment my-service-dev/my-service');
    expect(err).toContain('asked for by user:default/alice: for the sale');
    expect(asked(portal)).toContain(
      `POST /plans/${encodeURIComponent(anApproval.plan)}/approve`,
    );
  });

  it('say nothing when the person does not', async () => {
    const { code, portal } = await runO8(`module approve ${digits}`, {
      terminal: terminal([false]),
    });
    expect(code).toBe(130);
    expect(asked(portal).join()).not.toContain('/approve');
  });

  it('need --yes where nobody can be asked', async () => {
    const { code, err } = await runO8(`module approve ${digits}`);
    expect(code).toBe(2);
    expect(err).toContain('Add --yes');
  });

  it('say why the person may not answer', async () => {
    const message =
      'You asked for it: an approval is never the requester’s own.';
    const { code, err } = await runO8(`module approve ${digits} --yes`, {
      portal: gated({ ...anApproval, mayAnswer: { allowed: false, message } }),
    });
    expect(code).toBe(4);
    expect(err).toContain(message);
  });

  it('ask for the reason of a no, and do without none', async () => {
    const { code, portal } = await runO8(`module reject ${digits}`, {
      terminal: terminal(['not on a Friday']),
    });
    expect(code).toBe(0);
    expect(portal.requests.at(-1)?.body).toEqual({
      reason: 'not on a Friday',
    });
    expect((await runO8(`module reject ${digits}`)).code).toBe(2);
  });

  it.each([
    ['what is no hash', 'nonsense', 'is not the hash of a plan'],
    ['too few digits', 'aaaa', 'is not the hash of a plan'],
    ['what nobody waits for', 'bbbbbbbb', 'No plan that waits for approval'],
  ])('refuse %s', async (_, given, message) => {
    const { code, err } = await runO8(`module approve ${given} --yes`);
    expect(code).toBe(2);
    expect(err).toContain(message);
  });
});

describe('delete', () => {
  const run = (answer: string) =>
    runO8('module delete my-service --environment dev --with claims', {
      terminal: new FakeTerminal({ answers: [answer], env: SIGNED_IN }),
    });

  it('has the name typed, and deletes with what was named', async () => {
    const { code, portal } = await run('my-service');
    expect(code).toBe(0);
    expect(portal.requests).toContainEqual(
      expect.objectContaining({
        path: '/modules/my-service/delete',
        body: { environment: 'dev', leave: ['claims'] },
      }),
    );
    expect(asked(portal)).toContain('POST /deployments');
  });

  it('does nothing when another name was typed', async () => {
    const { code, portal } = await run('my-servize');
    expect(code).toBe(130);
    expect(asked(portal)).not.toContain('POST /deployments');
  });
});
