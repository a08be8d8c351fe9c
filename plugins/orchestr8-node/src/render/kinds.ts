import {
  KubernetesObject,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ClusterCapabilities, ResourceKind } from '../adapters/Cluster';
import { isOf } from '../adapters/definedKinds';

/** Kinds without a namespace that every cluster has, for when no cluster is there to ask. */
const CLUSTER_SCOPED = new Set([
  'APIService',
  'CertificateSigningRequest',
  'ClusterRole',
  'ClusterRoleBinding',
  'ClusterSecretStore',
  'CSIDriver',
  'CSINode',
  'CustomResourceDefinition',
  'DeviceClass',
  'FlowSchema',
  'IngressClass',
  'IPAddress',
  'MutatingAdmissionPolicy',
  'MutatingAdmissionPolicyBinding',
  'MutatingWebhookConfiguration',
  'Namespace',
  'Node',
  'PersistentVolume',
  'PriorityClass',
  'PriorityLevelConfiguration',
  'RuntimeClass',
  'ServiceCIDR',
  'StorageClass',
  'ValidatingAdmissionPolicy',
  'ValidatingAdmissionPolicyBinding',
  'ValidatingWebhookConfiguration',
  'VolumeAttachment',
]);

/** The kind as the cluster knows it; `undefined` when it does not, or when there is none to ask. */
export function knownKind(
  ref: Pick<ObjectRef, 'apiVersion' | 'kind'>,
  capabilities?: ClusterCapabilities,
): ResourceKind | undefined {
  return capabilities?.kinds.find(each => isOf(each, ref));
}

/** Where it can be looked up which kinds there are. */
export interface KnownKinds {
  /** Absent offline. */
  capabilities?: ClusterCapabilities;
  /** Those that the release brings itself; what the cluster says goes before. */
  defined?: readonly ResourceKind[];
}

/** Whether objects of this kind live in a namespace; a kind that nobody knows is taken to. */
export function isNamespaced(
  ref: Pick<ObjectRef, 'apiVersion' | 'kind'>,
  { capabilities, defined = [] }: KnownKinds,
): boolean {
  const kind =
    knownKind(ref, capabilities) ?? defined.find(each => isOf(each, ref));
  return kind?.namespaced ?? !CLUSTER_SCOPED.has(ref.kind);
}

/** The object with the namespace that it will land in: the target's, when it names none. */
export function inTargetNamespace(
  object: KubernetesObject,
  namespace: string,
  kinds: KnownKinds,
): KubernetesObject {
  if (!isNamespaced(object, kinds)) {
    return object;
  }
  return object.metadata.namespace
    ? object
    : { ...object, metadata: { ...object.metadata, namespace } };
}

/** What Helm's `.Capabilities.APIVersions` holds: each group version, and each kind in it. */
export function helmApiVersions(capabilities: ClusterCapabilities): string[] {
  return [
    ...new Set(
      capabilities.kinds.flatMap(({ apiVersion, kind }) => [
        apiVersion,
        `${apiVersion}/${kind}`,
      ]),
    ),
  ].sort();
}
