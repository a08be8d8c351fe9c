import assert from 'node:assert/strict';
import { test } from 'node:test';

import { suspicion } from './ownCluster.mjs';

const CASES = [
  {
    name: 'kind-dev',
    cluster: 'kind-dev',
    server: 'https://127.0.0.1:6443',
    suspicious: false,
  },
  {
    name: 'k3d-test',
    cluster: 'k3d-test',
    server: 'https://0.0.0.0:6550',
    suspicious: false,
  },
  {
    name: 'lab',
    cluster: 'lab',
    server: 'https://192.168.1.4:6443',
    suspicious: false,
  },
  {
    name: 'prod',
    cluster: 'a',
    server: 'https://127.0.0.1:6443',
    suspicious: true,
  },
  {
    name: 'a',
    cluster: 'eu-production-1',
    server: 'https://10.0.0.1',
    suspicious: true,
  },
  {
    name: 'a',
    cluster: 'b',
    server: 'https://k8s.prod.example.com',
    suspicious: true,
  },
  {
    name: 'product-catalog',
    cluster: 'b',
    server: 'https://10.0.0.1',
    suspicious: false,
  },
  {
    name: 'a',
    cluster: 'b',
    server: 'https://k8s.example.com',
    suspicious: true,
  },
];

for (const { suspicious, ...target } of CASES) {
  test(`${target.name} on ${target.cluster} at ${target.server} ${
    suspicious ? 'needs --yes' : 'is used as it is'
  }`, () => {
    assert.equal(Boolean(suspicion(target)), suspicious);
  });
}
