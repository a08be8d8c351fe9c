import { mockServices } from '@backstage/backend-test-utils';
import { Accounts } from './Accounts';

const APART = {
  name: 'production',
  simulated: false,
  kubeconfig: '/reader',
  deploy: { kubeconfig: '/deployer' },
};

describe('Accounts', () => {
  const logger = mockServices.logger.mock();
  const asked = jest.fn<Promise<string | undefined>, []>();
  const accounts = (options: { pauseMs?: number } = {}) =>
    new Accounts({ logger, sharedAccount: asked, ...options });
  beforeEach(() => jest.resetAllMocks());

  it('say once in the log, and whenever asked, that one account reads and writes', async () => {
    asked.mockResolvedValue('system:serviceaccount:o8:portal');
    const them = accounts();
    const [first, second] = await Promise.all([
      them.warning(APART),
      them.warning(APART),
    ]);
    expect(first).toMatch(
      /"production" is read and written as one user, "system:serviceaccount:o8:portal".*deploy/,
    );
    expect(second).toBe(first);
    expect(asked).toHaveBeenCalledTimes(1);
    expect(logger.warn.mock.calls).toEqual([[first]]);
  });

  it('say nothing of two accounts', async () => {
    asked.mockResolvedValue(undefined);
    expect(await accounts().warning(APART)).toBeUndefined();
    expect(logger.warn).not.toHaveBeenCalled();
  });

  it('ask nothing where reading and writing are configured as one', async () => {
    const { deploy: _, ...one } = APART;
    expect(await accounts().warning(one)).toBeUndefined();
    expect(asked).not.toHaveBeenCalled();
  });

  it('ask a cluster again that could not be asked', async () => {
    asked.mockRejectedValueOnce(new Error('no route'));
    asked.mockResolvedValue('admin');
    const them = accounts({ pauseMs: 0 });
    expect(await them.warning(APART)).toBeUndefined();
    let told: string | undefined;
    while (!told) {
      await new Promise(resolve => setImmediate(resolve));
      told = await them.warning(APART);
    }
    expect(told).toContain('"admin"');
  });
});
