import {
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterError } from './ClusterError';

/** What one kind is called in a cluster's API. */
export interface ResourceKind {
  apiVersion: string;
  kind: string;
  /** Plural, as in the URL. */
  resource: string;
  namespaced: boolean;
}

/** What a cluster can do, asked of the cluster, never assumed. */
export interface ClusterCapabilities {
  /** Such as `v1.36.3`. */
  version: string;
  kinds: readonly ResourceKind[];
}

/**
 * What a watch reports. `synced`: all that is there now has been reported (after
 * the first list, and each time that contact was regained). `current`: the
 * cluster has nothing newer than what was reported (it says so once a minute or
 * so). `interrupted`: contact is lost, the watch goes on trying and what it
 * misses comes later.
 * A `deleted` object may carry no more than its metadata.
 */
export type WatchEvent =
  | { type: 'added' | 'modified' | 'deleted'; object: KubernetesObject }
  | { type: 'synced' }
  | { type: 'current' }
  | { type: 'interrupted'; error: ClusterError };

/** One line as a container wrote it. */
export interface WrittenLine {
  /** RFC 3339 with nanoseconds, as the kubelet gave it; empty when it gave none. */
  time: string;
  /** At most 64 KiB of it; what is longer is cut, and says how much is missing. */
  text: string;
}

/**
 * Reads one cluster. Every method rejects with a `ClusterError`; an absent
 * object is `undefined`, never an error.
 */
export interface ClusterReader {
  readonly name: string;
  /**
   * UID of the namespace kube-system, by which a cluster is told from another
   * of the same name; `undefined` when it may not be read. Remembered for a
   * minute; `fresh` asks now.
   */
  identity(options?: {
    fresh?: boolean;
    signal?: AbortSignal;
  }): Promise<string | undefined>;
  /** Remembered for some minutes; `fresh` asks now. */
  capabilities(options?: {
    fresh?: boolean;
    signal?: AbortSignal;
  }): Promise<ClusterCapabilities>;
  get(
    ref: ObjectRef,
    options?: { signal?: AbortSignal },
  ): Promise<KubernetesObject | undefined>;
  list(
    kind: Pick<ResourceKind, 'apiVersion' | 'kind'>,
    options?: {
      namespace?: string;
      labelSelector?: string;
      fieldSelector?: string;
      /** Leaves out everything but the metadata: Secrets stay unread. */
      metadataOnly?: boolean;
      signal?: AbortSignal;
    },
  ): Promise<KubernetesObject[]>;
  /** List, then watch until `signal` aborts; survives 410, restarts and time-outs by listing again. */
  watch(
    kind: Pick<ResourceKind, 'apiVersion' | 'kind'>,
    options: {
      namespace?: string;
      labelSelector?: string;
      fieldSelector?: string;
      metadataOnly?: boolean;
      signal: AbortSignal;
    },
  ): AsyncIterable<WatchEvent>;
  /**
   * The lines of one container, oldest first, in bunches as they come.
   * Resolves once the server begins to answer, which for a silent log that is
   * followed is before its first line. A whole second is the least that
   * `sinceTime` tells apart. Ends silently on abort.
   */
  logs(
    pod: { namespace: string; name: string; container: string },
    options: {
      follow?: boolean;
      tailLines?: number;
      sinceTime?: string;
      previous?: boolean;
      signal: AbortSignal;
    },
  ): Promise<AsyncIterable<readonly WrittenLine[]>>;
}

/** Writes one cluster: a different type from the reader, so that who only reads cannot write. */
export interface ClusterWriter extends ClusterReader {
  /**
   * The same cluster, written as somebody else: with `epoch` as the deployer
   * whom the fence knows, else as the configuration says; by default nobody
   * else. `'plan'` marks trials, which no epoch hinders. Reads stay as they are.
   */
  writingAs(who: {
    module: string;
    namespace: string;
    epoch?: number | 'plan';
  }): ClusterWriter;
  /**
   * Server-side apply with field manager `orchestr8` and `fieldValidation=Strict`.
   * Answers the object as stored and the API server's warnings.
   */
  apply(
    object: KubernetesObject,
    options?: {
      dryRun?: boolean;
      force?: boolean;
      /** Another owner for the fields than the usual one. */
      fieldManager?: string;
      signal?: AbortSignal;
    },
  ): Promise<{ object: KubernetesObject; warnings: string[] }>;
  /** Deletes in the background; an absent object is not an error. `uid` guards against deleting a successor. */
  delete(
    ref: ObjectRef,
    options?: { uid?: string; signal?: AbortSignal },
  ): Promise<void>;
}
