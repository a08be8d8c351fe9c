import { ClusterWriter } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';

/** Hears of every place at which a process may end: before and after each write to the database and each call of the cluster. */
export type AtPoint = (name: string) => void;

const WRITES = /^\s*(insert|update|delete|commit)\b/i;
const CALLS = ['apply', 'delete', 'get', 'list', 'capabilities', 'identity'];

/**
 * Every write of the database, the end of its transactions among them.
 *
 * @returns whether a transaction is open
 */
export function pointsOfDatabase(knex: Knex, at: AtPoint): () => boolean {
  let open = 0;
  const named = (when: string, sql: string) => {
    if (WRITES.test(sql)) {
      at(`${when} ${sql.replace(/["`]/g, '').slice(0, 40)}`);
    }
  };
  knex.on('query', ({ sql }) => {
    if (/^\s*begin/i.test(sql)) open += 1;
    named('before', sql);
  });
  knex.on('query-response', (_, { sql }) => {
    if (/^\s*(commit|rollback)/i.test(sql)) open -= 1;
    named('after', sql);
  });
  return () => open > 0;
}

/** The cluster, every call of which is told before it is made and after it was answered. */
export function pointsOfCluster<T extends ClusterWriter>(
  cluster: T,
  at: AtPoint,
): T {
  return new Proxy(cluster, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      if (key === 'writingAs') {
        return (...args: unknown[]) =>
          pointsOfCluster(value.apply(target, args), at);
      }
      if (!CALLS.includes(String(key))) return value.bind(target);
      return async (...args: unknown[]) => {
        const [{ kind = '' } = {}] = args as { kind?: string }[];
        at(`before ${String(key)} ${kind}`);
        const answer = await value.apply(target, args).catch((error: Error) => {
          if (/stale epoch/.test(error.message)) at('refused');
          throw error;
        });
        at(`after ${String(key)} ${kind}`);
        return answer;
      };
    },
  });
}
