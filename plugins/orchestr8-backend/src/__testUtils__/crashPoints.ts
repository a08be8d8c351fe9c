import { ClusterWriter } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';

/**
 * Hears of every place at which a process may end: before and after each write
 * to the database and each call of the cluster. A call of the cluster goes on
 * once what is answered has resolved: with `true` when the process has slept.
 */
export type AtPoint = (name: string) => Promise<boolean>;

const WRITES = /^\s*(insert|update|delete|commit)\b/i;
const CALLS = ['apply', 'delete', 'get', 'list', 'capabilities', 'identity'];

/** Said where the cluster refuses a write for its epoch; no place at which a process may end. */
export const REFUSED = 'refused';

/**
 * Every write of the database, and each commit before it is made: Knex does not
 * tell that it was, the next point does.
 *
 * @returns whether a transaction is open, told a turn of the event loop later
 */
export function pointsOfDatabase(knex: Knex, at: AtPoint): () => boolean {
  let open = 0;
  const named = (when: string, sql: string) => {
    if (WRITES.test(sql)) {
      void at(`${when} ${sql.replace(/["`]/g, '').slice(0, 40)}`);
    }
  };
  knex.on('query', ({ sql }) => {
    if (/^\s*begin/i.test(sql)) open += 1;
    named('before', sql);
    if (/^\s*(commit|rollback)\b/i.test(sql)) open -= 1;
  });
  knex.on('query-response', (_, { sql }) => named('after', sql));
  return () => open > 0;
}

/** The cluster, every call of which is told before it is made and after it was answered; one that is tried only is called `try`. */
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
        const [what, options = {}] = args as [Called?, CallOptions?];
        const { dryRun = false } = options;
        const call = `${dryRun ? 'try' : String(key)} ${described(what)}`;
        const slept = await at(`before ${call}`);
        // A request that was under way is not called back by who wakes.
        const sent = slept ? [what, { ...options, signal: undefined }] : args;
        const answer = await value.apply(target, sent).catch((error: Error) => {
          if (!dryRun && /stale epoch/.test(error.message)) void at(REFUSED);
          throw error;
        });
        await at(`after ${call}`);
        return answer;
      };
    },
  });
}

interface CallOptions {
  dryRun?: boolean;
  signal?: AbortSignal;
}

/** An object, a reference to one, or a kind. */
interface Called {
  kind?: string;
  name?: string;
  metadata?: { name: string };
}

/** The same in every run: what is named after the module bears its random name. */
function described({ kind = '', name, metadata }: Called = {}): string {
  const called = metadata?.name ?? name ?? '';
  return `${kind} ${called.replace(/crash-[0-9a-f]{8}/, '*')}`.trim();
}
