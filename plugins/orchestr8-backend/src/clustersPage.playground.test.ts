import { execFileSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  KubernetesObject,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterError,
  connectCluster,
  prepareCluster,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import request from 'supertest';
import { parse, parseAllDocuments, stringify } from 'yaml';
import orchestr8Plugin from '.';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from './__testUtils__/exampleModule';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const kubectl = process.env.O8_KUBECTL;
const describeWithPlayground =
  kubeconfig && kubectl && process.env.O8_RENDERER ? describe : describe.skip;

const PAGE = resolve(__dirname, '../../../catalog/orchestr8/docs/clusters.md');
const run = randomBytes(3).toString('hex');

jest.setTimeout(120_000);

/** The examples under a heading of the page, by the file that they name; of the example's names only this run's are left. */
function examplesUnder(
  heading: string,
  names: Record<string, string>,
): Record<string, string> {
  const [, section] = readFileSync(PAGE, 'utf8').split(`### ${heading}\n`);
  const examples: Record<string, string> = {};
  for (const [, text] of section
    .split(/^##/m)[0]
    .matchAll(/^```yaml\n(.*?)^```/gms)) {
    const renamed = Object.entries(names).reduce(
      (soFar, [name, own]) =>
        soFar.replace(new RegExp(`\\b${name}\\b`, 'g'), own),
      text,
    );
    examples[/^# (.*)\n/.exec(renamed)![1]] = renamed;
  }
  return examples;
}

describeWithPlayground(
  'the examples of the page about clusters (need O8_TEST_KUBECONFIG, O8_KUBECTL and O8_RENDERER)',
  () => {
    const folder = createMockDirectory();
    const administrator = connectCluster({ name: 'test', kubeconfig });
    const made: KubernetesObject[] = [];
    const stops: (() => Promise<void>)[] = [];

    beforeAll(() => prepareCluster(administrator));
    afterAll(async () => {
      for (const stop of stops) await stop();
      for (const object of made.reverse()) {
        await administrator.delete(objectRef(object));
      }
      await administrator.close();
    });

    const apply = async (text: string) => {
      for (const document of parseAllDocuments(text)) {
        const object = document.toJS() as KubernetesObject;
        made.push(object);
        await administrator.apply(object, { fieldManager: 'administrator' });
      }
    };

    /** A kubeconfig with a token of a service account of the namespace orchestr8-system. */
    const kubeconfigOf = (account: string): string => {
      const token = execFileSync(
        kubectl!,
        [
          `--kubeconfig=${kubeconfig}`,
          'create',
          'token',
          account,
          '-n',
          'orchestr8-system',
        ],
        { encoding: 'utf8' },
      );
      const config = parse(readFileSync(kubeconfig!, 'utf8'));
      const [{ name }] = config.users;
      config.users = [{ name, user: { token: token.trim() } }];
      folder.addContent({ [`${account}.kubeconfig`]: stringify(config) });
      return folder.resolve(`${account}.kubeconfig`);
    };

    /** Deploys a module through a portal that is configured as the example says, and answers the deployment. */
    const deployWith = async (
      appConfig: string,
      options: { module: string; accounts: Record<string, string> },
    ) => {
      const { module, accounts } = options;
      await writeModule(folder.resolve(module), exampleModule(module));
      const data = parse(
        appConfig
          .replace(/\/etc\/orchestr8\/(\S+)\.kubeconfig/g, (_, account) =>
            kubeconfigOf(accounts[account]),
          )
          // As Backstage reads it.
          .replaceAll('$${', '${'),
      );
      data.orchestr8.environments = [
        { name: 'production', cluster: 'production', timeout: '60s' },
      ];
      const backend = await startTestBackend({
        features: [
          orchestr8Plugin,
          catalogServiceMock.factory({
            entities: [
              moduleEntity(module, { folder: folder.resolve(module) }),
            ],
          }),
          mockServices.rootConfig.factory({ data }),
        ],
      });
      stops.push(() => backend.stop());
      const { server } = backend;
      const url = (path: string) => `/api/orchestr8/v1${path}`;
      const { body: plan } = await request(server)
        .post(url(`/modules/${module}/plans`))
        .send({ environment: 'production' });
      expect(plan).toMatchObject({ refusals: [] });
      const { body: queued } = await request(server)
        .post(url('/deployments'))
        .send({ plan: plan.hash });
      const { text } = await request(server).get(
        url(`/deployments/${queued.id}/stream`),
      );
      const [last] = [...text.matchAll(/^data: (.*)$/gm)].slice(-1);
      made.push({
        apiVersion: 'v1',
        kind: 'Namespace',
        metadata: { name: `${module}-production` },
      });
      return JSON.parse(last[1]).deployment;
    };

    const isForbidden = (error: ClusterError) => {
      if (error.reason !== 'forbidden') throw error;
      return undefined;
    };
    const aConfigMap = (namespace: string): KubernetesObject => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name: 'mine', namespace },
    });

    it('an account that only reads suffices beside one that writes', async () => {
      const module = `apart-${run}`;
      const reader = `reader-${run}`;
      const { 'app-config.yaml': appConfig, 'reader.yaml': rights } =
        examplesUnder('An account that only reads', {});
      await apply(
        rights
          .replaceAll('orchestr8-reader', reader)
          .replaceAll('orchestr8:reader', `orchestr8:${reader}`),
      );
      const deployment = await deployWith(appConfig, {
        module,
        accounts: { reader, deployer: 'orchestr8-portal' },
      });
      expect(deployment).toMatchObject({ state: 'succeeded' });
      // With the fence, which is read through the one way and raised through the other.
      expect(deployment.fence).toBeUndefined();

      const asReader = connectCluster({
        name: 'reader',
        kubeconfig: folder.resolve(`${reader}.kubeconfig`),
      });
      await expect(
        asReader.apply(aConfigMap(`${module}-production`)),
      ).rejects.toMatchObject({ reason: 'forbidden' });
      await asReader.close();
    });

    it('a deployer for each module deploys that one, and nothing else', async () => {
      const module = `named-${run}`;
      const examples = examplesUnder('A deployer for each module', {
        shop: module,
      });
      await apply(examples[`${module}-production.yaml`]);
      const portal = (deployAs?: { user: string; groups: string[] }) =>
        connectCluster({
          name: 'portal',
          kubeconfig: kubeconfigOf('orchestr8-portal'),
          deployAs,
        });
      const itself = portal();
      const named = portal(
        parse(examples['app-config.yaml'].replaceAll('$${', '${')).orchestr8
          .clusters[0].deployAs,
      );
      const inName = (namespace: string) =>
        named.writingAs({ module, namespace }).apply(aConfigMap(namespace));
      // A right is in force some moments after it is there.
      while (!(await inName(`${module}-production`).catch(isForbidden)))
        continue;

      const deployment = await deployWith(examples['app-config.yaml'], {
        module,
        accounts: { portal: 'orchestr8-portal' },
      });
      expect(deployment).toMatchObject({ state: 'succeeded' });

      // It was the deployer: the portal itself may not write there.
      await expect(
        itself.apply(aConfigMap(`${module}-production`)),
      ).rejects.toMatchObject({ reason: 'forbidden' });
      await expect(inName('default')).rejects.toMatchObject({
        reason: 'forbidden',
        message: expect.stringContaining('orchestr8:deployer:default'),
      });
      await Promise.all([itself.close(), named.close()]);
    });
  },
);
