import { ObjectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterConnection } from '../services/Clusters';

/** A write of the cluster that is no trial, with the epoch that it bears. */
export interface HeardWrite {
  verb: 'apply' | 'delete';
  object: Pick<ObjectRef, 'kind' | 'name' | 'namespace'>;
  /** Absent: not of a run, such as the fence's own. */
  epoch?: number;
}

/** Who hears of writes; what `before` does comes before the write. */
export interface WriteHearer {
  before(write: HeardWrite): Promise<void> | void;
  /** Whether or not the cluster took it. */
  after(write: HeardWrite): Promise<void> | void;
}

/** The cluster, every write of which is told before it is made and once it was answered. */
export function heardWrites(
  cluster: ClusterConnection,
  hearer: WriteHearer,
): ClusterConnection {
  return heard(cluster, hearer);
}

type Call = (...args: unknown[]) => Promise<unknown>;

function heard<T extends object>(
  cluster: T,
  hearer: WriteHearer,
  epoch?: number,
): T {
  return new Proxy(cluster, {
    get(target, key) {
      const value: unknown = Reflect.get(target, key, target);
      if (typeof value !== 'function') return value;
      const call = value.bind(target) as Call;
      switch (key) {
        case 'writingAs':
          return (who: { epoch?: number | 'plan' }) => {
            const of = typeof who.epoch === 'number' ? who.epoch : undefined;
            return heard(value.call(target, who), hearer, of);
          };
        case 'apply':
        case 'delete':
          return async (...args: unknown[]) => {
            const [what, options] = args as [Written, { dryRun?: boolean }?];
            if (options?.dryRun) return call(...args);
            const object = what.metadata
              ? { kind: what.kind, ...what.metadata }
              : what;
            const { kind, name = '', namespace } = object;
            const write: HeardWrite = {
              verb: key,
              object: { kind, name, namespace },
              epoch,
            };
            await hearer.before(write);
            return call(...args).finally(() => hearer.after(write));
          };
        default:
          return call;
      }
    },
  });
}

/** An object to apply, or a reference to one to delete. */
interface Written {
  kind: string;
  name?: string;
  namespace?: string;
  metadata?: { name: string; namespace?: string };
}
