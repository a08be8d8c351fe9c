import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials, mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { catalogServiceMock } from '@backstage/plugin-catalog-node/testUtils';
import {
  Deployment,
  Environment,
  isTerminal,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import express from 'express';
import { Knex } from 'knex';
import { createRouter } from '../router/createRouter';
import { Access } from '../services/Access';
import { Audit } from '../services/Audit';
import { ClusterConnection, Clusters } from '../services/Clusters';
import { createServices } from '../services/createServices';
import { Services } from '../services/Services';
import { DatabaseAudit } from '../store/DatabaseAudit';
import { DatabaseRuns } from '../store/DatabaseRuns';
import { migrateDatabase } from '../store/migrateDatabase';
import { auditedRuns } from '../worker/auditedRuns';
import { carryOutPlan } from '../worker/carryOutPlan';
import { DeploymentSignals } from '../worker/DeploymentSignals';
import { DeploymentWorker } from '../worker/DeploymentWorker';
import { emptyCluster } from './emptyCluster';
import { FakeEngine } from './FakeEngine';

/** What a test portal is made of. */
export interface TestPortalOptions {
  knex: Knex;
  environments: Environment[];
  entities: Entity[];
  /** A fake one when absent. */
  engine?: Engine;
  /** Without it, deployments stay in the queue. */
  worker?: boolean;
  modulesFolder?: string;
  reservedNames?: string[];
  /** What stands in for the clusters; empty ones when absent. */
  cluster?: (name: string) => ClusterConnection;
}

/**
 * The whole service behind its HTTP API, with a catalog that is a fake, and so
 * are engine and clusters unless others are given. Every answer is held to
 * `openapi.yaml`.
 */
export class TestPortal {
  private constructor(
    readonly services: Services,
    private readonly parts: {
      server: Server;
      worker: DeploymentWorker;
      signals: DeploymentSignals;
      clusters: Clusters;
    },
    /** What tests look into, or change the answers of. */
    readonly fakes: {
      catalog: ReturnType<typeof catalogServiceMock>;
      permissions: ReturnType<typeof mockServices.permissions.mock>;
      auditor: ReturnType<typeof mockServices.auditor.mock>;
      /** What was logged, a line each. */
      logged: string[];
    },
  ) {}

  static async start(options: TestPortalOptions): Promise<TestPortal> {
    const engine = options.engine ?? new FakeEngine();
    const catalog = catalogServiceMock({ entities: options.entities });
    const permissions = mockServices.permissions.mock({
      authorize: async requests =>
        requests.map(() => ({ result: AuthorizeResult.ALLOW })),
    });
    const auditor = mockServices.auditor.mock({
      createEvent: async () => ({
        success: async () => {},
        fail: async () => {},
      }),
    });
    const logged: string[] = [];
    const log = (message: string, meta?: unknown) =>
      logged.push(`${message} ${String(meta ?? '')}`);
    const logger = mockServices.logger.mock({
      error: log,
      warn: log,
      info: log,
      debug: log,
    });
    const knex = await migrateDatabase({ getClient: async () => options.knex });
    const store = new DatabaseAudit(knex);
    const signals = new DeploymentSignals();
    const clusters = new Clusters(
      [...new Set(options.environments.map(({ cluster }) => cluster))].map(
        name => ({ name, simulated: true }),
      ),
      { connect: ({ name }) => (options.cluster ?? emptyCluster)(name) },
    );
    const services = createServices({
      knex,
      settings: {
        environments: options.environments,
        clusters: [],
        policy: { exceptions: [], clusterScopedKinds: [] },
        reservedNames: options.reservedNames ?? [],
        modulesFolder: options.modulesFolder ?? '/nowhere',
      },
      engine,
      clusters,
      signals,
      access: new Access({
        httpAuth: mockServices.httpAuth(),
        permissions,
        audit: new Audit({ auditor, store }),
      }),
      catalog,
      auth: mockServices.auth(),
      urlReader: mockServices.urlReader.mock(),
      logger,
    });
    const worker = new DeploymentWorker({
      runs: new DatabaseRuns(knex),
      signals,
      logger,
      pollMs: 50,
      carryOut: auditedRuns(
        carryOutPlan({
          engine,
          planOf: deployment => services.clearance.planOf(deployment),
          rollbackOf: deployment => services.rollbacks.automatic(deployment),
          clusterOf: name => clusters.get(name),
          watchesOf: name => clusters.watches(name),
          timeoutOf: name => services.environments.get(name).timeoutMs,
        }),
        { auditor, store, logger },
      ),
    });
    const app = express().use(
      await createRouter({ services, logger, validateResponses: true }),
    );
    const server = createServer(app);
    await new Promise<void>(resolve => {
      server.listen(0, '127.0.0.1', resolve);
    });
    if (options.worker) worker.start();
    return new TestPortal(
      services,
      { server, worker, signals, clusters },
      { catalog, permissions, auditor, logged },
    );
  }

  get url(): string {
    const { port } = this.parts.server.address() as AddressInfo;
    return `http://127.0.0.1:${port}`;
  }

  /** The API as seen by somebody: an entity reference, or the subject of a service. */
  as(who: string): Orchestr8Client {
    const token = who.startsWith('user:')
      ? mockCredentials.user.header(who)
      : mockCredentials.service.header({
          onBehalfOf: mockCredentials.service(who),
          targetPluginId: 'test',
        });
    return this.withToken(token);
  }

  withToken(authorization: string): Orchestr8Client {
    return new Orchestr8Client({
      baseUrl: async () => this.url,
      fetch: (input, init) =>
        fetch(input, {
          ...init,
          headers: { ...init?.headers, authorization },
        }),
    });
  }

  /** The deployment once it has ended. */
  async ended(id: string): Promise<Deployment> {
    for (;;) {
      const changed = this.parts.signals.next({ id, timeoutMs: 50 });
      const deployment = await this.services.deployments.get(id);
      if (isTerminal(deployment.state)) return deployment;
      await changed;
    }
  }

  startWorker(): void {
    this.parts.worker.start();
  }

  async stop(): Promise<void> {
    this.services.feed.close();
    await this.parts.worker.stop();
    this.parts.server.closeAllConnections();
    await new Promise(resolve => this.parts.server.close(resolve));
    await this.parts.clusters.close();
  }
}
