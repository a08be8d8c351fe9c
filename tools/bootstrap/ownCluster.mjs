import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';

import { Friendly } from './Friendly.mjs';

const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
const PRIVATE =
  /^(localhost|0\.0\.0\.0$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1\]?$|host\.docker\.internal)/;

/**
 * The cluster that the command line names, or a sentence about why not. A
 * cluster that may be production needs `--yes`. Needs the installed packages.
 */
export function ownCluster({ root, kubeconfig, context, yes }) {
  if (!existsSync(kubeconfig))
    throw new Friendly(`There is no kubeconfig at ${kubeconfig}.`);
  const { parse } = createRequire(path.join(root, 'package.json'))('yaml');
  let config;
  try {
    config = parse(readFileSync(kubeconfig, 'utf8')) ?? {};
  } catch (error) {
    throw new Friendly(`${kubeconfig} is no kubeconfig: ${error.message}`);
  }
  const names = (config.contexts ?? []).map(item => item.name);
  const name = context ?? config['current-context'];
  const chosen = config.contexts?.find(item => item.name === name);
  if (!chosen) {
    throw new Friendly(
      `${kubeconfig} has no context "${name ?? ''}". It has: ${
        names.join(', ') || 'none'
      }. Choose one with --context NAME.`,
    );
  }
  const cluster = config.clusters?.find(
    item => item.name === chosen.context.cluster,
  );
  const server = cluster?.cluster?.server;
  if (!server)
    throw new Friendly(
      `The context "${name}" in ${kubeconfig} names a cluster without a server.`,
    );
  const why = suspicion({ name, cluster: chosen.context.cluster, server });
  if (why && !yes) {
    throw new Friendly(
      `The context "${name}" (${server}) may be production: ${why}.\n` +
        'Orchestr8 would create namespaces and workloads there. If that is what you want, add --yes.',
    );
  }
  return { kubeconfig, context: name, server, simulated: false };
}

/** Why a cluster may be production; undefined when it looks like one for trying things. */
export function suspicion({ name, cluster, server }) {
  const named = [name, cluster, server].find(text => PRODUCTION.test(text));
  if (named) return `"${named}" says so`;
  const { hostname } = new URL(server);
  return PRIVATE.test(hostname)
    ? undefined
    : 'its server is not on this machine or a private network';
}
