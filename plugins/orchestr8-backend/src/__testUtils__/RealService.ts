import { randomBytes } from 'node:crypto';
import { rm } from 'node:fs/promises';
import { Environment } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  ClusterWriter,
  connectCluster,
  createEngine,
  prepareCluster,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { ClusterConnection } from '../services/Clusters';
import { exampleModule, moduleEntity, writeModule } from './exampleModule';
import { heardWrites, WriteHearer } from './heardWrites';
import { TestPortal } from './TestPortal';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const renderer = process.env.O8_RENDERER;

/** `describe` where the playground runs and there is a renderer, else `describe.skip`. */
export const describeWithPlayground =
  kubeconfig && renderer ? describe : describe.skip;

/** What a version of the module says. */
export interface VersionedModule {
  version: string;
  /** Tag of the image; how simulated pods fare depends on it. */
  tag?: string;
  /** Further files of the chart. */
  files?: Record<string, string>;
}

/**
 * One module in the whole service, from its HTTP API to a real API server by
 * the real engine: portals that share a database, each a replica with a worker.
 */
export class RealService {
  readonly module = `real-${randomBytes(4).toString('hex')}`;
  /** The cluster, by nobody's hand. */
  readonly cluster = connectCluster({ name: 'playground', kubeconfig });
  /** As somebody with kubectl writes to it. */
  readonly byHand = connectCluster({
    ...{ name: 'playground', kubeconfig },
    fieldManager: 'kubectl-edit',
  });
  readonly portals: TestPortal[] = [];
  private readonly engine = createEngine({
    renderer: new RendererProcess({ command: renderer! }),
  });

  constructor(
    private readonly options: {
      folder: string;
      environments: Environment[];
      /** Hears of all that a portal writes. */
      hearer?: WriteHearer;
      /** Clusters beside the playground. */
      cluster?: (name: string) => ClusterConnection | undefined;
      /** Further modules that the catalog knows. */
      others?: readonly string[];
    },
  ) {}

  /** Starts one more portal over the database. */
  async startPortal(knex: Knex): Promise<TestPortal> {
    await prepareCluster(this.cluster);
    const { environments, folder, hearer, others = [] } = this.options;
    const connect = (name: string): ClusterConnection => {
      const other = this.options.cluster?.(name);
      if (other) return other;
      const cluster = connectCluster({ name, kubeconfig });
      return hearer ? heardWrites(cluster, hearer) : cluster;
    };
    const portal = await TestPortal.start({
      knex,
      environments,
      engine: this.engine,
      cluster: connect,
      worker: true,
      entities: [this.module, ...others].map(name =>
        moduleEntity(name, { folder }),
      ),
    });
    this.portals.push(portal);
    return portal;
  }

  /** Writes a version of the module where its entity says that it is; what was there goes. */
  async write({ version, tag = version, files }: VersionedModule) {
    const { folder } = this.options;
    await rm(folder, { recursive: true, force: true });
    await writeModule(folder, {
      ...exampleModule(this.module, {
        version,
        image: `registry.example.com/app:${tag}`,
      }),
      'charts/templates/settings.yaml': settings(version),
      ...files,
    });
  }

  namespaceIn(environment: string): string {
    return `${this.module}-${environment}`;
  }

  /** The Deployment as it is in the cluster. */
  live(environment: string) {
    return this.cluster.get({
      ...{ apiVersion: 'apps/v1', kind: 'Deployment', name: this.module },
      namespace: this.namespaceIn(environment),
    });
  }

  /** What the version that was applied last says in its ConfigMap. */
  async greeting(environment: string): Promise<string | undefined> {
    const found = await this.cluster.get({
      ...{ apiVersion: 'v1', kind: 'ConfigMap', name: 'settings' },
      namespace: this.namespaceIn(environment),
    });
    return found?.data.greeting;
  }

  /** Somebody edits the image with kubectl, whatever anybody else says. */
  editImage(
    environment: string,
    tag: string,
  ): ReturnType<ClusterWriter['apply']> {
    const image = `registry.example.com/app:${tag}`;
    const template = { spec: { containers: [{ name: 'app', image }] } };
    return this.byHand.apply(
      {
        apiVersion: 'apps/v1',
        kind: 'Deployment',
        metadata: {
          name: this.module,
          namespace: this.namespaceIn(environment),
        },
        spec: { template },
      },
      { force: true },
    );
  }

  /** Ends the portals and takes the namespaces away. */
  async close(): Promise<void> {
    await Promise.all(this.portals.map(portal => portal.stop()));
    for (const { name, cluster } of this.options.environments) {
      if (cluster !== 'playground') continue;
      await this.cluster.delete({
        ...{ apiVersion: 'v1', kind: 'Namespace' },
        name: this.namespaceIn(name),
      });
    }
    await Promise.all([
      this.cluster.close(),
      this.byHand.close(),
      this.engine.close(),
    ]);
  }
}

function settings(version: string): string {
  return `apiVersion: v1
kind: ConfigMap
metadata: { name: settings }
data: { greeting: "${version}" }
`;
}
