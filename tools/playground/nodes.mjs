/** Fake nodes with room to spare, spread over three zones. */
export function nodes(kubeletPort) {
  return ['a', 'b', 'c'].map(zone => ({
    apiVersion: 'v1',
    kind: 'Node',
    metadata: {
      name: `playground-${zone}`,
      annotations: {
        'kwok.x-k8s.io/node': 'fake',
        'playground.orchestr8.io/simulated': 'true',
      },
      labels: {
        'kubernetes.io/arch': 'amd64',
        'kubernetes.io/os': 'linux',
        'kubernetes.io/hostname': `playground-${zone}`,
        'node.kubernetes.io/instance-type': 'simulated',
        'topology.kubernetes.io/region': 'local',
        'topology.kubernetes.io/zone': `local-${zone}`,
        type: 'kwok',
      },
    },
    spec: {},
    status: {
      allocatable: {
        cpu: '64',
        memory: '256Gi',
        pods: '1000',
        'ephemeral-storage': '1Ti',
      },
      capacity: {
        cpu: '64',
        memory: '256Gi',
        pods: '1000',
        'ephemeral-storage': '1Ti',
      },
      addresses: [
        { type: 'InternalIP', address: '127.0.0.1' },
        { type: 'Hostname', address: `playground-${zone}` },
      ],
      daemonEndpoints: { kubeletEndpoint: { Port: kubeletPort } },
      nodeInfo: {
        architecture: 'amd64',
        operatingSystem: 'linux',
        bootID: '',
        machineID: '',
        systemUUID: '',
        kernelVersion: 'simulated',
        osImage: 'simulated',
        containerRuntimeVersion: 'kwok://0.8.0',
        kubeletVersion: 'v1.36.3',
        kubeProxyVersion: 'v1.36.3',
      },
      phase: 'Running',
    },
  }));
}

const CONDITIONS = `
{{ $now := Now }}
{{ $changed := or .metadata.creationTimestamp $now }}
conditions:
{{ range NodeConditions }}
- lastHeartbeatTime: {{ $now | Quote }}
  lastTransitionTime: {{ $changed | Quote }}
  message: {{ .message | Quote }}
  reason: {{ .reason | Quote }}
  status: {{ .status | Quote }}
  type: {{ .type | Quote }}
{{ end }}
{{ with NodePort }}
daemonEndpoints:
  kubeletEndpoint:
    Port: {{ . }}
{{ end }}
`;

const READY = '.status.conditions.[] | select(.type == "Ready") | .status';

function nodeStage(name, { operator, delay }) {
  return {
    apiVersion: 'kwok.x-k8s.io/v1alpha1',
    kind: 'Stage',
    metadata: { name },
    spec: {
      resourceRef: { apiGroup: 'v1', kind: 'Node' },
      selector: {
        matchExpressions: [{ key: READY, operator, values: ['True'] }],
      },
      ...(delay && {
        delay: {
          durationMilliseconds: delay,
          jitterDurationMilliseconds: delay + 10_000,
        },
      }),
      next: { statusTemplate: CONDITIONS },
    },
  };
}

/** A node becomes ready at once and says so again every five minutes; its lease is renewed by KWOK itself. */
export const nodeStages = [
  nodeStage('node-initialize', { operator: 'NotIn' }),
  nodeStage('node-heartbeat-with-lease', { operator: 'In', delay: 300_000 }),
];
