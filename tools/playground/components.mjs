import { writeFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The ports of a playground, counted from its API server's, all on loopback.
 * They are fixed because nodes remember their kubelet's.
 */
export function portsFrom(base) {
  return {
    api: base,
    etcd: base + 1,
    etcdPeer: base + 2,
    kubelet: base + 3,
    kwok: base + 4,
    prometheus: base + 5,
    metrics: base + 6,
  };
}

/**
 * Arguments of each component, in the order in which they start. With
 * `auditLog` the API server writes every request there: who, what and when,
 * not what it said.
 */
export function componentArguments({
  data,
  ports,
  credentials,
  kubeconfig,
  auditLog,
}) {
  const loopback = port => `127.0.0.1:${port}`;
  const etcdUrl = `http://${loopback(ports.etcd)}`;
  const peerUrl = `http://${loopback(ports.etcdPeer)}`;
  const throttle = ['--kube-api-qps=300', '--kube-api-burst=500'];
  return {
    etcd: [
      'etcd',
      '--name=playground',
      `--data-dir=${path.join(data, 'etcd')}`,
      `--listen-client-urls=${etcdUrl}`,
      `--advertise-client-urls=${etcdUrl}`,
      `--listen-peer-urls=${peerUrl}`,
      `--initial-advertise-peer-urls=${peerUrl}`,
      `--initial-cluster=playground=${peerUrl}`,
      // A playground may lose its last second when the machine loses power.
      '--unsafe-no-fsync',
      '--auto-compaction-mode=periodic',
      '--auto-compaction-retention=10m',
      '--log-level=error',
    ],
    'kube-apiserver': [
      'kube-apiserver',
      `--etcd-servers=${etcdUrl}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${ports.api}`,
      `--cert-dir=${path.join(data, 'certificates')}`,
      '--authorization-mode=Node,RBAC',
      `--token-auth-file=${credentials.tokens}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${credentials.publicKey}`,
      `--service-account-signing-key-file=${credentials.privateKey}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--endpoint-reconciler-type=none',
      '--kubelet-preferred-address-types=InternalIP',
      '--allow-privileged=true',
      '--event-ttl=2h',
      '--profiling=false',
      ...(auditLog
        ? [
            `--audit-log-path=${auditLog}`,
            `--audit-policy-file=${writeAuditPolicy(data)}`,
          ]
        : []),
    ],
    'kube-controller-manager': [
      'kube-controller-manager',
      `--kubeconfig=${kubeconfig}`,
      `--service-account-private-key-file=${credentials.privateKey}`,
      `--root-ca-file=${path.join(data, 'certificates', 'apiserver.crt')}`,
      '--use-service-account-credentials',
      // Claims are bound to empty folders: simulated pods write nothing.
      '--enable-hostpath-provisioner',
      '--leader-elect=false',
      '--secure-port=0',
      ...throttle,
    ],
    'kube-scheduler': [
      'kube-scheduler',
      `--kubeconfig=${kubeconfig}`,
      '--leader-elect=false',
      '--secure-port=0',
      ...throttle,
    ],
    kwok: [
      'kwok',
      `--kubeconfig=${kubeconfig}`,
      '--manage-all-nodes',
      '--enable-crds=Stage',
      '--node-ip=127.0.0.1',
      // Nodes announce our kubelet, which serves the logs; KWOK's own server only answers health checks.
      `--node-port=${ports.kubelet}`,
      `--server-address=${loopback(ports.kwok)}`,
      '--cidr=10.244.0.0/16',
      '--node-lease-duration-seconds=40',
      '--v=WARN',
    ],
  };
}

/** Each request once, when it has been answered; a watch when it has begun. */
function writeAuditPolicy(data) {
  const file = path.join(data, 'audit-policy.json');
  const policy = {
    apiVersion: 'audit.k8s.io/v1',
    kind: 'Policy',
    omitStages: ['RequestReceived'],
    rules: [{ level: 'Metadata' }],
  };
  writeFileSync(file, JSON.stringify(policy));
  return file;
}
