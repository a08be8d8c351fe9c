import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ResourceKind } from '../Cluster';
import { ClusterError } from '../ClusterError';
import { ApiRequests } from './ApiRequests';
import { resourcePath } from './resourcePath';

interface ObjectList {
  metadata?: { resourceVersion?: string; continue?: string };
  items?: KubernetesObject[] | null;
}

/** Which objects of a kind. */
export interface Selection {
  namespace?: string;
  labelSelector?: string;
  fieldSelector?: string;
  metadataOnly?: boolean;
}

/** `Accept` for whole objects, or for their metadata alone. */
export function acceptOf(selection: Selection, what: 'List' | ''): string {
  return selection.metadataOnly
    ? `application/json;as=PartialObjectMetadata${what};g=meta.k8s.io;v=v1`
    : 'application/json';
}

/** Objects a page: bounds the memory of one answer. */
const PAGE = 500;

/** All objects of one kind, page by page; begins anew when the server has forgotten the page that comes next. */
export async function listObjects(
  requests: ApiRequests,
  kind: ResourceKind,
  options: Selection & { signal?: AbortSignal; attempts?: number },
): Promise<{ items: KubernetesObject[]; resourceVersion: string }> {
  const { namespace, labelSelector, fieldSelector, signal, attempts } = options;
  let items: KubernetesObject[] = [];
  let token: string | undefined;
  let restarted = false;
  for (;;) {
    try {
      const { body } = await requests.json<ObjectList>(
        {
          path: resourcePath(kind, { namespace }),
          query: {
            labelSelector,
            fieldSelector,
            limit: restarted ? undefined : PAGE,
            continue: token,
          },
          accept: acceptOf(options, 'List'),
          verb: `list ${kind.resource} for`,
          signal,
        },
        { attempts },
      );
      for (const item of body.items ?? []) {
        // Lists of built-in kinds leave these out of their items.
        items.push({ ...item, apiVersion: kind.apiVersion, kind: kind.kind });
      }
      token = body.metadata?.continue || undefined;
      if (!token) {
        return {
          items,
          resourceVersion: body.metadata?.resourceVersion ?? '0',
        };
      }
    } catch (error) {
      const expired = error instanceof ClusterError && error.status === 410;
      if (!expired || !token || restarted) throw error;
      restarted = true;
      token = undefined;
      items = [];
    }
  }
}
