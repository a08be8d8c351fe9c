/**
 * Order and checks of 10,000 modules with three ranged dependencies each, and
 * what one change costs after that. Prints; asserts nothing.
 *
 *     node bench/dependencies.mjs [modules] [rounds]
 */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';

const require = createRequire(import.meta.url);
// The language's sources are TypeScript; this is how the backend loads them in development.
require('@backstage/cli/config/nodeTransform.cjs');
const {
  DependencyIndex,
} = require('@orchestr8/backstage-plugin-orchestr8-common');
const semver = require('semver');

const COUNT = Number(process.argv[2] ?? 10_000);
const ROUNDS = Number(process.argv[3] ?? 15);
const FAN = 3;

/** The same numbers on every machine. */
function randomFrom(seed) {
  let state = seed;
  return below => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

const nameOf = index => `module-${String(index).padStart(5, '0')}`;

/** A graph without cycles: each module needs three that come before it. */
function makeGraph() {
  const random = randomFrom(8);
  const versions = Array.from(
    { length: COUNT },
    () => `${1 + random(9)}.${random(30)}.${random(20)}`,
  );
  const graph = new Map();
  for (let index = 0; index < COUNT; index++) {
    const needs = new Set();
    while (needs.size < Math.min(FAN, index)) needs.add(random(index));
    graph.set(nameOf(index), {
      name: nameOf(index),
      version: versions[index],
      dependencies: [...needs].map(other => {
        const [major, minor] = versions[other].split('.').map(Number);
        const ranges = [
          `^${major}.${random(minor + 1)}`,
          `>=${major}.0 <${major + 1}`,
          `~${major}.${minor}.0`,
          `^${1 + random(9)}.0`,
        ];
        return {
          name: nameOf(other),
          version: ranges[random(ranges.length)],
          optional: false,
        };
      }),
    });
  }
  return graph;
}

const deployedOf = graph =>
  new Map([...graph].map(([name, { version }]) => [name, version]));

function timed(work) {
  const start = performance.now();
  const result = work();
  return { ms: performance.now() - start, result };
}

const median = values => [...values].sort((a, b) => a - b)[values.length >> 1];
const worst = values => Math.max(...values);

const graph = makeGraph();
const deployed = deployedOf(graph);
const state = { environment: 'production', deployed };
const whole = [];
const anchor = [];
const bumps = [];
const rewired = [];
const hub = [...graph.keys()][0];
const hubs = [];
let waves;
let unfulfilled;

for (let round = 0; round < ROUNDS; round++) {
  // Alternately, so that both see the same machine.
  const naive = timed(() => {
    let broken = 0;
    for (const { dependencies } of graph.values()) {
      const fits = dependencies.every(({ name, version }) =>
        semver.satisfies(deployed.get(name), version, {
          includePrerelease: true,
        }),
      );
      if (!fits) broken++;
    }
    return broken;
  });
  anchor.push(naive.ms);

  let index;
  const all = timed(() => {
    index = new DependencyIndex(graph, state);
    waves = index.waves();
    unfulfilled = index.unfulfilled();
  });
  whole.push(all.ms);
  if (unfulfilled.length !== naive.result) {
    throw new Error('node-semver and the index do not agree');
  }

  const name = nameOf((round * 7_919) % COUNT);
  const bump = semver.inc(deployed.get(name), 'major');
  bumps.push(
    timed(() => {
      const node = graph.get(name);
      index.declare(name, { ...node, version: bump });
      index.deploy(name, bump);
      index.waves();
      return index.check(name);
    }).ms,
  );
  hubs.push(timed(() => index.deploy(hub, '10.0.0')).ms);
  rewired.push(
    timed(() => {
      const node = graph.get(name);
      index.declare(name, { ...node, dependencies: [] });
      return index.waves();
    }).ms,
  );
}

const line = (what, values) =>
  console.log(
    `${what.padEnd(52)} ${median(values)
      .toFixed(2)
      .padStart(8)} ms  (worst ${worst(values).toFixed(2)})`,
  );

console.log(
  `${COUNT} modules, ${FAN} ranged dependencies each, ${waves.waves.length} waves, ${unfulfilled.length} unfulfilled; medians of ${ROUNDS}`,
);
line('order and checks, from nothing', whole);
line('after one version bump', bumps);
line('after a bump of the module most depend on', hubs);
line('after one module declares other dependencies', rewired);
line('anchor: node-semver, the checks alone', anchor);
console.log(
  `order and checks : node-semver's checks alone = ${(
    median(whole) / median(anchor)
  ).toFixed(2)} : 1`,
);
