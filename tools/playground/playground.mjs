#!/usr/bin/env node
import { homedir } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';

import { Playground } from './Playground.mjs';

const USAGE = `usage: playground.mjs start --data DIR [--port 16443] [--kubeconfig-out PATH] [--binary PATH] [--cache DIR] [--audit-log PATH] [--without-prometheus]

Runs a Kubernetes control plane with simulated pods on loopback until it is
interrupted. Prints one line, "ready", when it can be used. The cluster's
state stays in DIR. PORT and the six after it must be free.`;

/** O8_CACHE, else where the machine keeps caches. */
function defaultCache() {
  const base = process.env.XDG_CACHE_HOME ?? path.join(homedir(), '.cache');
  return process.env.O8_CACHE ?? path.join(base, 'orchestr8');
}

async function main() {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      data: { type: 'string' },
      port: { type: 'string', default: '16443' },
      'kubeconfig-out': { type: 'string' },
      cache: { type: 'string', default: defaultCache() },
      binary: { type: 'string' },
      'audit-log': { type: 'string' },
      'without-prometheus': { type: 'boolean', default: false },
      help: { type: 'boolean', default: false },
    },
  });
  const port = Number(values.port);
  if (
    values.help ||
    positionals[0] !== 'start' ||
    !values.data ||
    !(port > 1023 && port < 65_500)
  ) {
    process.stderr.write(`${USAGE}\n`);
    process.exitCode = values.help ? 0 : 2;
    return;
  }

  const cache = path.resolve(values.cache);
  let ending;
  const end = status => {
    ending ??= playground.stop().finally(() => process.exit(status));
  };
  const playground = new Playground({
    data: path.resolve(values.data),
    cache,
    binary: path.resolve(
      values.binary ?? path.join(cache, 'bin', 'playground'),
    ),
    kubeconfigOut:
      values['kubeconfig-out'] && path.resolve(values['kubeconfig-out']),
    port,
    auditLog: values['audit-log'] && path.resolve(values['audit-log']),
    prometheus: !values['without-prometheus'],
    onFailure: message => {
      if (ending) return;
      process.stderr.write(`playground: ${message}\n`);
      end(1);
    },
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'])
    process.on(signal, () => end(0));
  if (process.env.PLAYGROUND_WATCH_STDIN) {
    process.stdin
      .on('end', () => end(0))
      .on('error', () => end(0))
      .resume();
  }
  try {
    await playground.start();
    if (!ending) process.stdout.write('ready\n');
  } catch (error) {
    if (ending) return;
    process.stderr.write(`playground: ${error.message}\n`);
    end(1);
  }
}

await main();
