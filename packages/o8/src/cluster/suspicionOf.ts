import type { KubeContext } from '@orchestr8/backstage-plugin-orchestr8-node';

const PRODUCTION = /(^|[^a-z])(prod|production|prd|live)([^a-z]|$)/i;
const PRIVATE =
  /^(localhost|0\.0\.0\.0$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|\[?::1\]?$|host\.docker\.internal)/;

/** Why a cluster may be production, to be read after a colon; `undefined` when it looks like one for trying things. */
export function suspicionOf({
  name,
  cluster,
  server,
}: KubeContext): string | undefined {
  const named = [name, cluster, server].find(text => PRODUCTION.test(text));
  if (named) return `"${named}" says so`;
  return URL.canParse(server) && PRIVATE.test(new URL(server).hostname)
    ? undefined
    : 'its server is not on this machine or a private network';
}
