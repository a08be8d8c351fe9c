import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { createHash } from 'node:crypto';
import { ClusterReader, ClusterWriter } from '../adapters/Cluster';
import { canonicalJson } from '../plan/canonicalJson';
import { tryElsewhere } from './tryElsewhere';

/** Milliseconds that an answer holds: what a cluster admits changes with an operator's hand. */
const HOLDS = 60_000;
/** Answers kept for each cluster; the oldest go first. */
const MOST = 5_000;

interface Answer {
  at: number;
  refusal: string | undefined;
}

const known = new WeakMap<ClusterReader, Map<string, Answer>>();

/**
 * As `tryElsewhere`, and not again within a minute for the very same object: a
 * plan is made anew when somebody asks for its deployment.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function triedElsewhere(
  cluster: ClusterReader,
  trial: Pick<ClusterWriter, 'apply'>,
  object: KubernetesObject,
): Promise<string | undefined> {
  const answers = known.get(cluster) ?? new Map<string, Answer>();
  known.set(cluster, answers);
  const key = createHash('sha256')
    .update(canonicalJson(object))
    .digest('base64');
  const before = answers.get(key);
  if (before && Date.now() - before.at < HOLDS) return before.refusal;
  const refusal = await tryElsewhere(trial, object);
  answers.delete(key);
  answers.set(key, { at: Date.now(), refusal });
  for (const oldest of answers.keys()) {
    if (answers.size <= MOST) break;
    answers.delete(oldest);
  }
  return refusal;
}
