import { randomFor } from './randomFor.mjs';
import { trafficOf } from './traffic.mjs';

const SECOND = 1000;
const PATHS = [
  '/api/v1/items',
  '/api/v1/items/{id}',
  '/api/v1/orders',
  '/api/v1/search?q=blue',
  '/api/v1/users/{id}',
];
const ERRORS = [
  'upstream timed out after 2000 ms',
  'connection reset by peer',
  'deadlock detected, transaction rolled back',
  'response body did not match its schema',
];
const TASKS = [
  'compacting segments',
  'checkpoint complete',
  'evicted expired keys',
  'replica in sync',
];

/**
 * The lines that a container wrote in `[from, until]`, oldest first. A pure
 * function of the Pod and the time: asked again, it says the same.
 */
export function linesBetween(target, { life, from, until }) {
  const about = describe(target);
  const lines = [
    ...startLines(about, life),
    ...(life.end !== undefined ? endLines(about, life) : []),
  ].filter(({ at }) => at >= from && at <= until);
  for (
    let second = Math.floor(from / SECOND);
    second <= until / SECOND;
    second++
  ) {
    for (const line of linesOf(about, second)) {
      if (
        line.at > life.start + 800 &&
        line.at >= from &&
        line.at <= until &&
        line.at < (life.end ?? Infinity) - 100
      ) {
        lines.push(line);
      }
    }
  }
  return lines.sort((a, b) => a.at - b.at);
}

function describe({ pod, namespace, container }) {
  const { labels = {}, name, uid } = pod.metadata;
  const image =
    pod.spec.containers.find(item => item.name === container)?.image ?? '';
  const port =
    pod.spec.containers.find(item => item.name === container)?.ports?.[0]
      ?.containerPort ?? 8080;
  const repository = image.replace(/[:@][^/]*$/, '');
  return {
    seed: `${uid}/${container}`,
    pod: name,
    service: labels['app.kubernetes.io/name'] ?? labels.app ?? container,
    version: labels['app.kubernetes.io/version'] ?? image.split(':').pop(),
    image,
    port,
    crashes:
      pod.metadata.annotations?.['playground.orchestr8.io/behaviour'] ===
        'crash' || image.endsWith(':crash'),
    traffic: trafficOf(pod, namespace),
    kind: /(postgres|redis|mysql|mongo|prometheus|grafana|loki)/.test(
      repository,
    )
      ? 'store'
      : ['Never', 'OnFailure'].includes(pod.spec.restartPolicy)
      ? 'job'
      : 'service',
  };
}

function line(about, at, fields) {
  const when = Math.round(at);
  return {
    at: when,
    text: JSON.stringify({
      time: new Date(when).toISOString(),
      service: about.service,
      ...fields,
    }),
  };
}

function startLines(about, { start }) {
  return [
    line(about, start + 40, {
      level: 'info',
      msg: 'starting',
      version: about.version,
    }),
    line(about, start + 310, { level: 'info', msg: 'configuration loaded' }),
    ...(about.kind === 'job' || about.crashes
      ? []
      : [
          line(about, start + 640, {
            level: 'info',
            msg: `listening on :${about.port}`,
          }),
        ]),
  ];
}

function endLines(about, { end, exitCode }) {
  return exitCode === 0
    ? [line(about, end - 20, { level: 'info', msg: 'done' })]
    : [
        line(about, end - 60, {
          level: 'error',
          msg: 'cannot start',
          error: 'required setting DATABASE_URL is empty',
        }),
        line(about, end - 20, {
          level: 'fatal',
          msg: 'exiting',
          exit_code: exitCode,
        }),
      ];
}

function linesOf(about, second) {
  if (about.crashes) return [];
  const random = randomFor(`${about.seed}/${second}`);
  const at = second * SECOND;
  if (about.kind === 'store') {
    if (random() > 0.12) return [];
    const msg = TASKS[Math.floor(random() * TASKS.length)];
    return [
      line(about, at + random() * SECOND, {
        level: 'info',
        msg,
        duration_ms: Math.round(random() * 90),
      }),
    ];
  }
  if (about.kind === 'job') {
    return [
      line(about, at + random() * SECOND, {
        level: 'info',
        msg: 'processed batch',
        items: 20 + Math.floor(random() * 80),
      }),
    ];
  }
  const lines = [];
  for (let count = Math.floor(random() * 3); count > 0; count--)
    lines.push(requestLine(about, at, random));
  return lines;
}

function requestLine(about, second, random) {
  const failed = random() < Math.max(about.traffic.errorRate, 0.015);
  const route = PATHS[Math.floor(random() * PATHS.length)];
  const method = random() < 0.75 || route.includes('?') ? 'GET' : 'POST';
  const duration =
    (about.traffic.latency * 1000 || 18) * (0.4 + random() * 1.3) +
    (failed ? 90 : 0);
  const ok = method === 'POST' ? 201 : random() < 0.04 ? 404 : 200;
  return line(about, second + random() * SECOND, {
    level: failed ? 'error' : 'info',
    msg: 'request',
    method,
    path: route.replace('{id}', String(1 + Math.floor(random() * 900))),
    status: failed ? (random() < 0.7 ? 500 : 503) : ok,
    duration_ms: Math.round(duration * 10) / 10,
    trace_id: hex(random) + hex(random),
    ...(failed && { error: ERRORS[Math.floor(random() * ERRORS.length)] }),
  });
}

function hex(random) {
  return Math.floor(random() * 2 ** 32)
    .toString(16)
    .padStart(8, '0');
}
