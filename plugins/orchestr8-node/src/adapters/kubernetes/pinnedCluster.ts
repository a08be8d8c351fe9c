import { request } from 'undici';
import { ClusterError } from '../ClusterError';
import {
  ApiStatus,
  classifyNetworkFailure,
  classifyStatus,
} from './classifyFailure';
import { RequestAccess } from './KubeConnection';

/** Milliseconds that an identity holds: behind one address there may be another cluster later. */
const HOLDS = 600_000;
const ANSWER_TIMEOUT = 10_000;

/**
 * Guards a connection: rejects with a `ClusterError` unless the cluster at the
 * other end is the one of that identity. Asked once per way there, and again
 * after ten minutes.
 */
export function pinnedCluster(
  cluster: string,
  identity: string,
): (access: RequestAccess) => Promise<void> {
  let known: { key: unknown; at: number; verdict: Promise<void> } | undefined;
  return async access => {
    const fresh = known && Date.now() - known.at < HOLDS;
    if (!known || !fresh || known.key !== access.dispatcher) {
      const entry = {
        key: access.dispatcher as unknown,
        at: Date.now(),
        verdict: demand(access, { cluster, identity }),
      };
      known = entry;
      entry.verdict.catch(() => {
        if (known === entry) known = undefined;
      });
    }
    await known.verdict;
  };
}

async function demand(
  access: RequestAccess,
  expected: { cluster: string; identity: string },
): Promise<void> {
  const { cluster, identity } = expected;
  const found = await identityAt(access, cluster);
  if (found === identity) return;
  throw new ClusterError(
    `The cluster "${cluster}" at ${access.server} is not the one that is meant: its identity is ${found}, and ${identity} was expected. Nothing was asked of it. Correct the kubeconfig, or, if the cluster was made anew, the identity in the configuration`,
    { cluster, reason: 'other-cluster' },
  );
}

/** @throws ClusterError when it cannot be known now: that is no other cluster. */
async function identityAt(
  access: RequestAccess,
  cluster: string,
): Promise<string> {
  const subject = {
    cluster,
    server: access.server,
    verb: 'give',
    object: { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' },
  };
  const url = `${access.server}/api/v1/namespaces/kube-system`;
  try {
    const answer = await request(url, {
      dispatcher: access.dispatcher,
      headers: { accept: 'application/json', ...access.headers },
      headersTimeout: ANSWER_TIMEOUT,
      bodyTimeout: ANSWER_TIMEOUT,
    });
    const body = (await answer.body.json()) as Identified;
    if (answer.statusCode >= 300) {
      throw classifyStatus(subject, answer.statusCode, { body });
    }
    return body.metadata?.uid ?? 'unknown';
  } catch (error) {
    if (error instanceof ClusterError) throw error;
    throw classifyNetworkFailure(subject, error);
  }
}

type Identified = ApiStatus & { metadata?: { uid?: string } };
