import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { parse, stringify } from 'yaml';
import { connectCluster } from './connectCluster';
import { sharedAccount } from './sharedAccount';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const kubectl = process.env.O8_KUBECTL;
const whenPlayground = kubeconfig && kubectl ? describe : describe.skip;

whenPlayground(
  'who reads and who writes (needs O8_TEST_KUBECONFIG, O8_KUBECTL)',
  () => {
    const administrator = connectCluster({ name: 'test', kubeconfig });
    const namespace = `o8-accounts-${Date.now().toString(36)}`;
    const made = { apiVersion: 'v1', kind: 'Namespace', name: namespace };

    /** A kubeconfig with a token of its own for the account. */
    const signedInAs = (account: string): string => {
      const token = execFileSync(
        kubectl!,
        [
          `--kubeconfig=${kubeconfig}`,
          'create',
          'token',
          account,
          '-n',
          namespace,
        ],
        { encoding: 'utf8' },
      );
      const config = parse(readFileSync(kubeconfig!, 'utf8'));
      const [{ name }] = config.users;
      config.users = [{ name, user: { token: token.trim() } }];
      return stringify(config);
    };

    beforeAll(async () => {
      await administrator.apply({
        ...{ apiVersion: 'v1', kind: 'Namespace' },
        metadata: { name: namespace },
      });
      for (const name of ['reader', 'deployer']) {
        await administrator.apply({
          ...{ apiVersion: 'v1', kind: 'ServiceAccount' },
          metadata: { name, namespace },
        });
      }
    }, 30_000);
    afterAll(async () => {
      await administrator.delete(made);
      await administrator.close();
    });

    it('is one account when two kubeconfigs sign in as the same', async () => {
      const found = await sharedAccount({
        name: 'test',
        kubeconfigText: signedInAs('reader'),
        deploy: { kubeconfigText: signedInAs('reader') },
      });
      expect(found).toBe(`system:serviceaccount:${namespace}:reader`);
    });

    it('are two accounts when they are', async () => {
      const found = await sharedAccount({
        name: 'test',
        kubeconfigText: signedInAs('reader'),
        deploy: { kubeconfigText: signedInAs('deployer') },
      });
      expect(found).toBeUndefined();
    });

    it('is not asked where both are configured as one', async () => {
      const nowhere = { name: 'test', kubeconfig: '/nowhere/kubeconfig' };
      expect(await sharedAccount(nowhere)).toBeUndefined();
    });

    it('is not known of a cluster that cannot be asked', async () => {
      const nowhere = { name: 'test', kubeconfig: '/nowhere/kubeconfig' };
      await expect(
        sharedAccount({ ...nowhere, deploy: nowhere }),
      ).rejects.toThrow('/nowhere/kubeconfig');
    });
  },
);
