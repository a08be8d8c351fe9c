import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DEPLOYER, EPOCH_KEY } from '../../adapters/kubernetes/impersonation';
import { FENCE_NAME } from './fenceObjects';

interface Rule {
  apiGroups: string[];
  resources: string[];
  verbs: string[];
  resourceNames?: string[];
}

/** API group → resources that modules may bring; all of them namespaced. */
const MODULE_RESOURCES: Record<string, readonly string[]> = {
  '': [
    'configmaps',
    'endpoints',
    'limitranges',
    'persistentvolumeclaims',
    'pods',
    'resourcequotas',
    'secrets',
    'serviceaccounts',
    'services',
  ],
  apps: ['daemonsets', 'deployments', 'replicasets', 'statefulsets'],
  autoscaling: ['horizontalpodautoscalers'],
  batch: ['cronjobs', 'jobs'],
  // Who elects a leader needs them; a Role gives no more than the deployer has.
  'coordination.k8s.io': ['leases'],
  'discovery.k8s.io': ['endpointslices'],
  'networking.k8s.io': ['ingresses', 'networkpolicies'],
  policy: ['poddisruptionbudgets'],
  'rbac.authorization.k8s.io': ['rolebindings', 'roles'],
  'monitoring.coreos.com': [
    'podmonitors',
    'probes',
    'prometheusrules',
    'servicemonitors',
  ],
  'external-secrets.io': ['externalsecrets'],
  'bitnami.com': ['sealedsecrets'],
  'argoproj.io': ['applications'],
};

const WRITE = ['create', 'delete', 'get', 'list', 'patch', 'update'];
const READ = ['get', 'list', 'watch'];

/** The portal's own account, and whom it is when it deploys. */
export interface DeployerAccount {
  /** Namespace of the portal's service account. */
  namespace: string;
  /** Name of the portal's service account. */
  name: string;
  /** Further resources that modules may bring, API group → resources. */
  resources?: Record<string, readonly string[]>;
}

/**
 * Least rights: the portal itself reads, moves the fence, and may be the
 * deployer; only the deployer writes modules. Neither may escalate: a Role of
 * a module gives no more than the deployer has.
 */
export function deployerRights(account: DeployerAccount): KubernetesObject[] {
  const { namespace, name, resources = {} } = account;
  const writable = new Map(Object.entries(MODULE_RESOURCES));
  for (const [group, more] of Object.entries(resources)) {
    writable.set(group, [...(writable.get(group) ?? []), ...more]);
  }
  const portal = 'orchestr8:portal';
  return [
    {
      apiVersion: 'v1',
      kind: 'Namespace',
      metadata: { name: namespace, labels: LABELS },
    },
    {
      apiVersion: 'v1',
      kind: 'ServiceAccount',
      metadata: { name, namespace, labels: LABELS },
    },
    role(DEPLOYER, [
      { apiGroups: [''], resources: ['namespaces'], verbs: WRITE },
      ...[...writable].map(([group, kinds]) => ({
        apiGroups: [group],
        resources: [...kinds],
        verbs: WRITE,
      })),
    ]),
    binding(DEPLOYER, {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'User',
      name: DEPLOYER,
    }),
    role(portal, [
      ...[...writable].map(([group, kinds]) => ({
        apiGroups: [group],
        resources: [...kinds].filter(kind => kind !== 'secrets'),
        verbs: READ,
      })),
      // Whether a Secret is there, and that it changed: what it holds is dropped unread.
      { apiGroups: [''], resources: ['secrets'], verbs: READ },
      {
        apiGroups: [''],
        resources: ['namespaces', 'events', 'pods/log', 'nodes'],
        verbs: READ,
      },
      {
        apiGroups: ['admissionregistration.k8s.io'],
        resources: ['validatingadmissionpolicybindings'],
        verbs: ['get'],
      },
      {
        apiGroups: [''],
        resources: ['configmaps'],
        resourceNames: [FENCE_NAME],
        verbs: ['patch', 'update'],
      },
      // Rights to create cannot be bound to a name; the policy below does that.
      { apiGroups: [''], resources: ['configmaps'], verbs: ['create'] },
      {
        apiGroups: [''],
        resources: ['users'],
        resourceNames: [DEPLOYER],
        verbs: ['impersonate'],
      },
      {
        apiGroups: ['authentication.k8s.io'],
        resources: [`userextras/${EPOCH_KEY}`],
        verbs: ['impersonate'],
      },
    ]),
    binding(portal, { kind: 'ServiceAccount', name, namespace }),
  ];
}

const LABELS = { 'app.kubernetes.io/managed-by': 'orchestr8' };

function role(name: string, rules: Rule[]): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRole',
    metadata: { name, labels: LABELS },
    rules,
  };
}

function binding(name: string, subject: object): KubernetesObject {
  return {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'ClusterRoleBinding',
    metadata: { name, labels: LABELS },
    roleRef: {
      apiGroup: 'rbac.authorization.k8s.io',
      kind: 'ClusterRole',
      name,
    },
    subjects: [subject],
  };
}
