import { DeploymentFailure } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setTimeout as delay } from 'node:timers/promises';
import {
  ClusterReader,
  ClusterWriter,
  ResourceKind,
} from '../adapters/Cluster';
import { ClusterError } from '../adapters/ClusterError';
import { PlannedDeployment } from '../EngineTypes';
import type { Fence } from './fence/fenceOf';
import { Inventory } from './Inventory';
import { LiveState } from './LiveState';
import { Progress } from './Progress';

/** What the steps of one deployment share. */
export interface Execution {
  planned: PlannedDeployment;
  /** Id of the deployment. */
  deployment: string;
  /** Taken back after this failure: what is carried out is the way back. */
  failure?: DeploymentFailure;
  /** What was found there, where that has just been looked at. */
  there?: {
    namespace: 'absent' | 'terminating' | 'present';
    inventory?: Inventory;
  };
  /** Reads. */
  cluster: ClusterReader;
  /** Moves the fence: the portal itself, for the deployer may not. */
  guard: ClusterWriter;
  /** Writes, as whoever may. */
  writer: ClusterWriter;
  /** The fence is raised to it; absent where the cluster does not fence, or no epoch was given. */
  fence?: number;
  /** Whether the cluster fences, once it was asked. */
  fencing?: Fence;
  epoch?: number;
  /** Kinds of which the definition has just been applied, and until when (milliseconds since the epoch) servers may still go by the one before. */
  settling?: {
    kinds: readonly Pick<ResourceKind, 'apiVersion' | 'kind'>[];
    /** Those of them that were there before, as something else. */
    changed: readonly Pick<ResourceKind, 'apiVersion' | 'kind'>[];
    until: number;
  };
  live: LiveState;
  progress: Progress;
  signal: AbortSignal;
  /** Milliseconds since the epoch. */
  deadline: number;
}

/** Milliseconds between attempts at most. */
const LONGEST_PAUSE = 2_000;
/** Milliseconds that a server's advice on when to come back is followed at most. */
const LONGEST_ADVICE = 10_000;

/**
 * Keeps trying what fails for reasons that pass (no contact, throttling, a
 * restart of the API server) until the deployment's time is up, saying why, and
 * not before the server's own advice. Everything that is tried is idempotent.
 */
export async function persistently<T>(
  execution: Pick<Execution, 'deadline' | 'signal'>,
  attempt: () => Promise<T>,
  onTrouble: (error: ClusterError) => Promise<void>,
): Promise<T> {
  const { deadline, signal } = execution;
  for (let pause = 250; ; pause = Math.min(pause * 2, LONGEST_PAUSE)) {
    signal.throwIfAborted();
    try {
      return await attempt();
    } catch (error) {
      signal.throwIfAborted();
      if (!(error instanceof ClusterError && error.retryable)) throw error;
      const asked = Math.min((error.retryAfter ?? 0) * 1000, LONGEST_ADVICE);
      const wait = Math.max(pause, asked);
      if (Date.now() + wait > deadline) throw error;
      await onTrouble(error);
      await delay(wait, undefined, { signal }).catch(() => {});
    }
  }
}
