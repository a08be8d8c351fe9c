import { ApiRequests } from './ApiRequests';
import { KubeConnection, KubeConnectionOptions } from './KubeConnection';
import { pinnedCluster } from './pinnedCluster';

const REVIEW = {
  apiVersion: 'authentication.k8s.io/v1',
  kind: 'SelfSubjectReview',
};

interface Reviewed {
  status?: { userInfo?: { username?: string } };
}

/**
 * The user as whom a cluster is both read and written, although what writes is
 * configured with a way in of its own (`deploy`); `undefined` when they are two
 * users, when there is one way in only, or when the cluster does not tell. Two
 * requests, over connections of their own.
 *
 * @throws ClusterError when the cluster cannot be asked.
 */
export async function sharedAccount(
  options: KubeConnectionOptions,
  { signal }: { signal?: AbortSignal } = {},
): Promise<string | undefined> {
  const { name, identity, deploy } = options;
  if (!deploy) return undefined;
  const whoIs = async (way: KubeConnectionOptions) => {
    const connection = new KubeConnection(way);
    const verify = identity ? pinnedCluster(name, identity) : undefined;
    try {
      const { body } = await new ApiRequests(
        name,
        connection,
        verify,
      ).json<Reviewed>({
        method: 'POST',
        path: '/apis/authentication.k8s.io/v1/selfsubjectreviews',
        body: { type: 'application/json', json: REVIEW },
        verb: 'say who asks',
        signal,
      });
      return body.status?.userInfo?.username;
    } finally {
      await connection.close();
    }
  };
  const reader = await whoIs(options);
  const writer = await whoIs({ ...deploy, name });
  return reader === writer ? reader : undefined;
}
