import { ClusterConnection } from '../services/Clusters';

/** A cluster in which nothing is, and nothing happens; for tests that are not about clusters. */
export function emptyCluster(name: string): ClusterConnection {
  const cluster: ClusterConnection = {
    name,
    identity: async () => undefined,
    capabilities: async () => ({ version: 'v1.36.3', kinds: [] }),
    get: async () => undefined,
    list: async () => [],
    async *watch(_, { signal }) {
      yield { type: 'synced' };
      await new Promise(resolve => signal.addEventListener('abort', resolve));
    },
    logs: async () => (async function* nothing() {})(),
    writingAs: () => cluster,
    apply: async object => ({ object, warnings: [] }),
    delete: async () => {},
    close: async () => {},
  };
  return cluster;
}
