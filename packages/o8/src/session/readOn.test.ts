import { FakePortal } from '../__testUtils__/FakePortal';
import { FakeTerminal } from '../__testUtils__/FakeTerminal';
import { runO8, SIGNED_IN } from '../__testUtils__/runO8';

const DEPLOY = 'module deploy my-service --environment dev --yes';
const troubled = (...troubles: FakePortal['troubles']) => {
  const portal = new FakePortal();
  portal.troubles.push(...troubles);
  return portal;
};
const streamsOf = ({ requests }: FakePortal) =>
  requests.map(({ path }) => path).filter(path => /stream|logs/.test(path));

describe('a portal that starts anew', () => {
  it('does not end a deployment: it is read on from where it was', async () => {
    const { code, err, portal } = await runO8(DEPLOY, {
      portal: troubled('breaks', 'away', 'away'),
    });
    expect(code).toBe(0);
    expect(err).toContain('Contact with the portal is lost (terminated)');
    expect(err.match(/Contact with the portal is lost/g)).toHaveLength(1);
    expect(err).toContain('The portal is back.');
    expect(streamsOf(portal)).toEqual([
      '/deployments/d-1/stream',
      ...Array(3).fill('/deployments/d-1/stream?after=0'),
    ]);
  });

  it('is not waited for without end, and it is said that the deployment goes on', async () => {
    const { code, err, out } = await runO8(DEPLOY, {
      portal: troubled(...Array(500).fill('away')),
    });
    expect(code).toBe(1);
    expect(out).toBe('');
    expect(err).toContain('The deployment d-1 goes on in the portal');
  });

  it('does not keep an interruption from being heard', async () => {
    const terminal = new FakeTerminal({ env: SIGNED_IN });
    terminal.wait = async () => terminal.interruption.abort();
    const { code } = await runO8(DEPLOY, {
      terminal,
      portal: troubled('away', 'away'),
    });
    expect(code).toBe(130);
  });

  it.each([
    ['module status my-service --watch', 'status'],
    ['module logs my-service --environment dev --follow', 'logs'],
  ])('is told all by %s in the end', async line => {
    const lines = [
      {
        time: '2026-11-02T11:59:58.1Z',
        pod: 'my-service-x',
        container: 'app',
        text: 'hello',
      },
    ];
    const told = async (portal: FakePortal) => {
      const { code, out } = await runO8(line, {
        portal: Object.assign(portal, { lines }),
      });
      expect(code).toBe(0);
      return out;
    };
    const whole = await told(troubled());
    const first = whole.split('\n')[0];
    expect(await told(troubled('breaks', 'away'))).toContain(whole);
    expect(first).not.toBe('');
  });

  it('ends at once what the portal refuses', async () => {
    const portal = new FakePortal();
    portal.failures.set('GET /deployments/d-1/stream', {
      type: 'about:blank',
      title: 'No',
      status: 403,
      name: 'NotAllowedError',
      detail: 'You may not read it any more.',
    });
    const { code, err } = await runO8(DEPLOY, { portal });
    expect(code).toBe(4);
    expect(err).toContain('You may not read it any more.');
    expect(streamsOf(portal)).toHaveLength(1);
  });
});
