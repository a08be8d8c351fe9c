import {
  ClusterWriter,
  connectCluster,
  SharedLogs,
  SharedWatches,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { ClusterSettings } from '../settings/readSettings';
import { ProblemError } from '../router/ProblemError';

/** A connection that can be ended. */
export type ClusterConnection = ClusterWriter & { close(): Promise<void> };

/** The configured clusters; connected to when first needed. */
export class Clusters {
  private readonly settings: readonly ClusterSettings[];
  private readonly connect: (settings: ClusterSettings) => ClusterConnection;
  private readonly connections = new Map<string, ClusterConnection>();
  private readonly shared = new Map<string, SharedWatches>();
  private readonly followed = new Map<string, SharedLogs>();

  constructor(
    settings: readonly ClusterSettings[],
    options: {
      connect?: (settings: ClusterSettings) => ClusterConnection;
    } = {},
  ) {
    this.settings = settings;
    this.connect = options.connect ?? connectCluster;
  }

  /** Nothing is asked of the cluster yet: calls on the answer throw `ClusterError`. */
  get(name: string): ClusterWriter {
    const known = this.connections.get(name);
    if (known) {
      return known;
    }
    const connection = this.connect(this.of(name));
    this.connections.set(name, connection);
    return connection;
  }

  /** The watches on a cluster that all readers of this process share. */
  watches(name: string): SharedWatches {
    let watches = this.shared.get(name);
    if (!watches) {
      watches = new SharedWatches(this.get(name));
      this.shared.set(name, watches);
    }
    return watches;
  }

  /** The logs of a cluster that all readers of this process share. */
  logs(name: string): SharedLogs {
    let logs = this.followed.get(name);
    if (!logs) {
      logs = new SharedLogs(this.watches(name));
      this.followed.set(name, logs);
    }
    return logs;
  }

  /** Cluster → milliseconds by which what its watches show is behind at most; clusters that nobody watches are left out. */
  get watchLags(): ReadonlyMap<string, number> {
    return new Map(
      [...this.shared].flatMap(([name, { lagMs }]) =>
        lagMs === undefined ? [] : [[name, lagMs] as const],
      ),
    );
  }

  /** How a cluster is configured. */
  of(name: string): ClusterSettings {
    const settings = this.settings.find(cluster => cluster.name === name);
    if (!settings) {
      throw new ProblemError(
        'ServiceUnavailableError',
        `The cluster "${name}" is not configured any more.`,
        { hint: 'Put it back into orchestr8.clusters.' },
      );
    }
    return settings;
  }

  async close(): Promise<void> {
    this.followed.forEach(logs => logs.close());
    this.followed.clear();
    this.shared.forEach(watches => watches.close());
    this.shared.clear();
    const connections = [...this.connections.values()];
    this.connections.clear();
    await Promise.all(connections.map(connection => connection.close()));
  }
}
