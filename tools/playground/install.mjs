import { readFile } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

import { definitions } from './definitions.mjs';
import { nodes, nodeStages } from './nodes.mjs';
import { podStages } from './stages.mjs';

const DEFINITIONS = '/apis/apiextensions.k8s.io/v1/customresourcedefinitions';
const STORAGE_CLASSES = '/apis/storage.k8s.io/v1/storageclasses';
const STAGES = '/apis/kwok.x-k8s.io/v1alpha1/stages';

/** Puts the custom resource definitions, the stages and the nodes into the cluster; all of it may be there already. */
export async function installDefinitions(client, { cache }) {
  const wanted = await definitions(cache);
  await Promise.all(
    wanted.map(({ name, text }) =>
      client.apply(`${DEFINITIONS}/${name}`, text),
    ),
  );
  await until('the custom resource definitions', async () => {
    const { items } = await client.get(DEFINITIONS);
    return wanted.every(({ name }) =>
      items
        .find(item => item.metadata.name === name)
        ?.status?.conditions?.some(
          ({ type, status }) => type === 'Established' && status === 'True',
        ),
    );
  });
}

/** The default class, so that modules that claim a volume get one. */
const storageClass = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'StorageClass',
  metadata: {
    name: 'standard',
    annotations: { 'storageclass.kubernetes.io/is-default-class': 'true' },
  },
  provisioner: 'kubernetes.io/host-path',
  reclaimPolicy: 'Delete',
};

/** Needs `installDefinitions`; stages that an older playground knew and we do not are removed. */
export async function installSimulation(client, { kubeletPort }) {
  const stages = [...podStages, ...nodeStages];
  const names = new Set(stages.map(stage => stage.metadata.name));
  // The stages' endpoint may lag a little behind their definition.
  await until('the stages', async () => {
    try {
      const present = await client.get(STAGES);
      const old = present.items.filter(item => !names.has(item.metadata.name));
      await Promise.all(
        old.map(item => client.delete(`${STAGES}/${item.metadata.name}`)),
      );
      await Promise.all(
        stages.map(stage =>
          client.apply(`${STAGES}/${stage.metadata.name}`, stage),
        ),
      );
      return true;
    } catch (error) {
      if (error.status === 404) return false;
      throw error;
    }
  });
  for (const node of nodes(kubeletPort)) {
    const url = `/api/v1/nodes/${node.metadata.name}`;
    const { status, ...rest } = node;
    await client.apply(url, rest);
    await client.merge(`${url}/status`, { status });
  }
  await client.apply(
    `${STORAGE_CLASSES}/${storageClass.metadata.name}`,
    storageClass,
  );
  await client.merge('/api/v1/namespaces/kube-system', {
    metadata: { annotations: { 'playground.orchestr8.io/simulated': 'true' } },
  });
}

const PATHS = {
  Namespace: () => '/api/v1/namespaces',
  ServiceAccount: ({ namespace }) =>
    `/api/v1/namespaces/${namespace}/serviceaccounts`,
  ClusterRole: () => '/apis/rbac.authorization.k8s.io/v1/clusterroles',
  ClusterRoleBinding: () =>
    '/apis/rbac.authorization.k8s.io/v1/clusterrolebindings',
  ValidatingAdmissionPolicy: () =>
    '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicies',
  ValidatingAdmissionPolicyBinding: () =>
    '/apis/admissionregistration.k8s.io/v1/validatingadmissionpolicybindings',
};

/** What `o8 cluster prepare` installs: the deployer's rights and the fence. The engine's tests hold the file to its source. */
export async function installPreparation(client) {
  const file = new URL('preparation.json', import.meta.url);
  for (const object of JSON.parse(await readFile(file, 'utf8'))) {
    const { kind, metadata } = object;
    const path = PATHS[kind](metadata);
    const name = encodeURIComponent(metadata.name);
    await client.apply(`${path}/${name}`, object);
  }
}

export async function nodesReady(client) {
  await until('the nodes', async () => {
    const { items } = await client.get('/api/v1/nodes');
    return (
      items.length > 0 &&
      items.every(
        node =>
          node.status.conditions?.some(
            ({ type, status }) => type === 'Ready' && status === 'True',
          ) &&
          !node.spec.taints?.some(
            taint => taint.key === 'node.kubernetes.io/not-ready',
          ),
      )
    );
  });
}

/** Asks every 100 ms, a minute long, and says what was waited for when it never came. */
export async function until(what, isSo) {
  const deadline = Date.now() + 60_000;
  while (!(await isSo())) {
    if (Date.now() > deadline) throw new Error(`waited a minute for ${what}`);
    await pause(100);
  }
}
