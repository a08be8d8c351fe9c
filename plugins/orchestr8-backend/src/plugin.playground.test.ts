import { randomBytes } from 'node:crypto';
import {
  createMockDirectory,
  mockServices,
  startTestBackend,
} from '@backstage/backend-test-utils';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import { Deployment, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '@orchestr8/backstage-plugin-orchestr8-node';
import request from 'supertest';
import orchestr8Plugin from '.';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from './__testUtils__/exampleModule';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const describeWithPlayground =
  kubeconfig && process.env.O8_RENDERER ? describe : describe.skip;

const name = `backend-test-${randomBytes(3).toString('hex')}`;
const namespaces = [`${name}-dev`, `${name}-staging`];

jest.setTimeout(120_000);

describeWithPlayground('the plugin with a real API server and renderer', () => {
  const folder = createMockDirectory();
  const cluster = connectCluster({ name: 'playground', kubeconfig });
  let server: Awaited<ReturnType<typeof startTestBackend>>['server'];

  beforeAll(async () => {
    await writeModule(folder.path, exampleModule(name));
    const backend = await startTestBackend({
      features: [
        orchestr8Plugin,
        catalogServiceMock.factory({
          entities: [moduleEntity(name, { folder: folder.path })],
        }),
        mockServices.rootConfig.factory({
          data: {
            orchestr8: {
              clusters: [{ name: 'playground', kubeconfig, simulated: 'true' }],
              environments: [
                { name: 'dev', cluster: 'playground' },
                {
                  name: 'staging',
                  cluster: 'playground',
                  promoteFrom: 'dev',
                  gates: { healthy: true },
                },
              ],
            },
          },
        }),
      ],
    });
    server = backend.server;
  });

  afterAll(async () => {
    for (const namespace of namespaces) {
      await cluster.delete({
        apiVersion: 'v1',
        kind: 'Namespace',
        name: namespace,
      });
    }
    await cluster.close();
  });

  const url = (path: string) => `/api/orchestr8/v1${path}`;

  async function plan(body: object): Promise<Plan> {
    const response = await request(server)
      .post(url(`/modules/${name}/plans`))
      .send(body);
    expect(response.body).toMatchObject({ refusals: [] });
    expect(response.status).toBe(200);
    return response.body;
  }

  /** Follows the stream to its end, and answers the last state. */
  async function outcome(deployment: Deployment): Promise<Deployment> {
    const { text } = await request(server).get(
      url(`/deployments/${deployment.id}/stream`),
    );
    const [last] = [...text.matchAll(/^data: (.*)$/gm)].slice(-1);
    return JSON.parse(last[1]).deployment;
  }

  async function deploy(body: object): Promise<Deployment> {
    const { hash } = await plan(body);
    const response = await request(server)
      .post(url('/deployments'))
      .send({ plan: hash });
    expect(response.body).toMatchObject({ state: 'queued' });
    expect(response.status).toBe(202);
    return outcome(response.body);
  }

  const liveDeployment = (namespace: string) =>
    cluster.get({ apiVersion: 'apps/v1', kind: 'Deployment', namespace, name });

  it('deploys, promotes, scales, restarts, and shows status and logs', async () => {
    expect(await deploy({ environment: 'dev' })).toMatchObject({
      state: 'succeeded',
      kind: 'deploy',
    });
    expect(await liveDeployment(`${name}-dev`)).toBeDefined();

    const promoted = await deploy({ environment: 'staging', from: 'dev' });
    expect(promoted).toMatchObject({
      state: 'succeeded',
      kind: 'promote',
      promotedFrom: 'dev',
    });

    const scaled = await request(server)
      .post(url(`/modules/${name}/scale`))
      .send({ environment: 'staging', replicas: 3 });
    expect(scaled.status).toBe(202);
    expect(await outcome(scaled.body)).toMatchObject({ state: 'succeeded' });
    expect((await liveDeployment(`${name}-staging`))?.spec.replicas).toBe(3);

    const restarted = await request(server)
      .post(url(`/modules/${name}/restart`))
      .send({ environment: 'staging' });
    expect(await outcome(restarted.body)).toMatchObject({ state: 'succeeded' });

    const { body } = await request(server).get(
      url(`/modules/${name}/observations`),
    );
    expect(body.items).toMatchObject([
      {
        environment: 'dev',
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
        replicas: { ready: 1, desired: 1 },
        promotesTo: 'staging',
        simulated: true,
      },
      {
        environment: 'staging',
        health: { status: 'Healthy' },
        replicas: { ready: 3, desired: 3 },
        scale: { override: 3 },
        lastDeployment: { kind: 'restart', state: 'succeeded' },
      },
    ]);

    const logs = await request(server).get(
      url(`/modules/${name}/logs?environment=dev&tail=5`),
    );
    expect(logs.text).toContain('event: end');

    const again = await plan({ environment: 'dev' });
    expect(
      again.changes.filter(change => change.action !== 'unchanged'),
    ).toEqual([]);
  });
});
