import { randomBytes } from 'node:crypto';
import {
  coreServices,
  createServiceFactory,
  LoggerService,
} from '@backstage/backend-plugin-api';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { connectCluster } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import request from 'supertest';
import orchestr8Plugin from '.';
import {
  encoded,
  exampleModule,
  moduleEntity,
  writeModule,
} from './__testUtils__/exampleModule';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const describeWithPlayground =
  kubeconfig && process.env.O8_RENDERER ? describe : describe.skip;

const name = `canary-${randomBytes(3).toString('hex')}`;
const canary = (what: string) =>
  `canary-${what}-${randomBytes(8).toString('hex')}`;
const [FIRST, SECOND, DATA, PROCESS, HEADER, VARIABLE, ADDRESS, SETTING, HAND] =
  [
    'first',
    'second',
    'data',
    'process',
    'header',
    'variable',
    'address',
    'setting',
    'hand',
  ].map(canary);
const base64 = (text: string) => Buffer.from(text).toString('base64');
const CANARIES = [
  ...[FIRST, SECOND, DATA, PROCESS, HEADER],
  ...[VARIABLE, ADDRESS, SETTING, HAND],
].flatMap(text => [
  text,
  // Without the end, whose characters depend on what follows.
  base64(text).slice(0, -4),
]);
/** What a module's own files say is kept as its release, and what is applied as the plan's bytes. */
const CONTENT = ['o8_release_files.content', 'o8_plans.manifests'];

const SECRET = `apiVersion: v1
kind: Secret
metadata: { name: {{ .Release.Name }} }
stringData: { password: {{ .Values.password | quote }} }
data: { token: ${base64(DATA)} }
`;
/** What should not be written like this, and is. */
const SETTINGS = `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data:
  greeting: "hello {{ .Values.password }}"
  application.yaml: |
    database:
      password: ${SETTING}
`;
/** Its template cannot change: the API server says so by repeating it. */
const JOB = `apiVersion: batch/v1
kind: Job
metadata: { name: once }
spec:
  suspend: true
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: once
          image: registry.example.com/app:1.0.0
          env: [{ name: JOB_PASSWORD, value: {{ .Values.once | quote }} }]
`;
const VARIABLES = `
          env:
            - { name: ADMIN_TOKEN, value: ${VARIABLE} }
            - { name: DATABASE_URL, value: "postgres://app:${ADDRESS}@db/app" }
            - { name: GREETING, value: {{ .Values.password | quote }} }
`;

jest.setTimeout(120_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});

describeWithPlayground(
  'what is secret (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  () => {
    const folder = createMockDirectory();
    const cluster = connectCluster({ name: 'playground', kubeconfig });
    /** All that anybody could read. */
    const told: { where: string; text: string }[] = [];
    let knex: Knex;
    let server: Awaited<ReturnType<typeof startTestBackend>>['server'];
    let stop: () => Promise<void>;

    const files = (
      password: string,
      { image, once = 'a' }: { image?: string; once?: string } = {},
    ) => {
      const plain = exampleModule(name, { image });
      const deployment = plain['charts/templates/deployment.yaml'];
      return {
        ...plain,
        'charts/templates/deployment.yaml': deployment.replace(
          /- \{ name: app, image: (.*) \}\n$/,
          `- name: app\n          image: $1${VARIABLES}`,
        ),
        'charts/templates/secret.yaml': SECRET,
        'charts/templates/settings.yaml': SETTINGS,
        'charts/templates/job.yaml': JOB,
        'environments/dev.yaml': `replicaCount: 1\npassword: ${password}\nonce: ${once}\n`,
      };
    };

    beforeAll(async () => {
      process.env.O8_CANARY = PROCESS;
      knex = await databases.init('SQLITE_3');
      await writeModule(folder.path, files(FIRST));
      const write = (message: string, meta?: unknown) => {
        const details =
          meta instanceof Error ? meta.stack : JSON.stringify(meta);
        told.push({ where: 'log', text: `${message} ${details}` });
      };
      const logger: LoggerService = {
        ...{ debug: write, info: write, warn: write, error: write },
        child: () => logger,
      };
      const backend = await startTestBackend({
        features: [
          orchestr8Plugin,
          mockServices.database.factory({ knex }),
          createServiceFactory({
            service: coreServices.logger,
            deps: {},
            factory: () => logger,
          }),
          catalogServiceMock.factory({
            entities: [moduleEntity(name, { folder: folder.path })],
          }),
          mockServices.rootConfig.factory({
            data: {
              orchestr8: {
                clusters: [
                  {
                    name: 'playground',
                    kubeconfig,
                    prometheus: {
                      url: 'http://127.0.0.1:1',
                      headers: { authorization: HEADER },
                    },
                  },
                ],
                environments: [
                  { name: 'dev', cluster: 'playground', timeout: '20s' },
                ],
              },
            },
          }),
        ],
      });
      server = backend.server;
      stop = () => backend.stop();
    });

    afterAll(async () => {
      delete process.env.O8_CANARY;
      await stop();
      const ns = { apiVersion: 'v1', kind: 'Namespace', name: `${name}-dev` };
      await cluster.delete(ns);
      await cluster.close();
    });

    const ask = async (method: 'get' | 'post', path: string, body?: object) => {
      const sent = request(server)[method](`/api/orchestr8/v1${path}`);
      const response = await (body ? sent.send(body) : sent);
      told.push({
        where: `${method} ${path}`,
        text: `${response.text} ${JSON.stringify(response.headers)}`,
      });
      return response;
    };

    const deploy = async () => {
      const { body: plan } = await ask('post', `/modules/${name}/plans`, {
        environment: 'dev',
      });
      await ask('get', `/plans/${plan.hash}`);
      const { body } = await ask('post', '/deployments', { plan: plan.hash });
      const { text } = await ask('get', `/deployments/${body.id}/stream`);
      const state = /"state":"(succeeded|failed)"/.exec(
        text.slice(text.lastIndexOf('event:')),
      )?.[1];
      return { plan, state };
    };

    it('stands in no answer, log, event, error or row when a module is deployed, changed, and fails', async () => {
      expect(await deploy()).toMatchObject({ state: 'succeeded' });

      await writeModule(folder.path, files(SECOND));
      const changed = await deploy();
      expect(changed.state).toBe('succeeded');
      const secret = changed.plan.changes.find(
        ({ object }: { object: { kind: string } }) => object.kind === 'Secret',
      );
      // It is told that it changed, and not into what.
      expect(secret).toMatchObject({ action: 'update' });
      expect(JSON.stringify(secret.fields)).toContain('(secret)');

      const shown = JSON.stringify(changed.plan.changes);
      expect(shown).toContain('hello (secret)');
      expect(shown).toContain('GREETING');

      const image = 'registry.example.com/app:crash';
      await writeModule(folder.path, files(SECOND, { image }));
      expect(await deploy()).toMatchObject({ state: 'failed' });

      // A person's change, of which the drift is told.
      await cluster.apply(
        {
          apiVersion: 'v1',
          kind: 'Secret',
          metadata: { name, namespace: `${name}-dev` },
          stringData: { password: FIRST },
        },
        { force: true },
      );
      const byHand = connectCluster({
        ...{ name: 'playground', kubeconfig },
        fieldManager: 'kubectl-set',
      });
      const env = [{ name: 'API_KEY', value: HAND }];
      await byHand.apply(
        {
          apiVersion: 'apps/v1',
          kind: 'Deployment',
          metadata: { name, namespace: `${name}-dev` },
          spec: { template: { spec: { containers: [{ name: 'app', env }] } } },
        },
        { force: true },
      );
      await byHand.close();
      const query = '?environment=dev';
      for (const path of ['observations', 'drift', 'alerts', 'logs']) {
        const tail = path === 'logs' ? '&tail=50' : '';
        await ask('get', `/modules/${name}/${path}${query}${tail}`);
      }
      const drifts = told.find(({ where }) => where.includes('/drift'));
      expect(drifts?.text).toContain('API_KEY');
      for (const path of ['problems', 'dependencies', 'deployments']) {
        await ask('get', `/modules/${name}/${path}`);
      }
      await ask('post', `/modules/${name}/rollback`, { environment: 'dev' });
      await ask('post', `/modules/${name}/delete`, { environment: 'dev' });
      // Errors repeat what they are about.
      await writeModule(folder.path, files(SECOND, { once: HAND }));
      const refused = await ask('post', `/modules/${name}/plans`, {
        environment: 'dev',
      });
      expect(refused.text).toContain('field is immutable');
      await ask('post', '/validate', {
        files: encoded({
          ...files(SECOND),
          'charts/templates/bad.yaml': '{{ fail .Values.password | nope }}',
        }),
        render: true,
      });
      await ask('post', '/releases', { files: encoded(files(SECOND)) });

      for (const table of await tablesOf(knex)) {
        for (const row of await knex(table)) {
          for (const [column, value] of Object.entries(row)) {
            const where = `${table}.${column}`;
            const text = Buffer.isBuffer(value) ? value.toString() : `${value}`;
            if (!CONTENT.includes(where)) told.push({ where, text });
          }
        }
      }
      expect(told.length).toBeGreaterThan(100);
      const found = told.filter(({ text }) =>
        CANARIES.some(secretText => text.includes(secretText)),
      );
      expect(found.map(({ where, text }) => `${where}: ${text}`)).toEqual([]);
    });
  },
);

async function tablesOf(knex: Knex): Promise<string[]> {
  const rows = await knex('sqlite_master').where({ type: 'table' });
  return rows
    .map(({ name: table }) => table)
    .filter((table: string) => table.startsWith('o8_'));
}
