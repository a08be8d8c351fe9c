import { existsSync } from 'node:fs';
import { delimiter, join, resolve } from 'node:path';
import { Environment } from '@orchestr8/backstage-plugin-orchestr8-common';
import type * as Door from '../cluster';
import { CommandError, EXIT } from '../exit';
import { Session } from '../session/Session';
import { Terminal } from '../session/Terminal';
import { LOCAL, localEnvironment } from './localEnvironment';
import { LocalFlags } from './localFlags';

/** The cluster of a kubeconfig, and what works on it. */
export interface Local {
  door: typeof Door;
  context: Door.KubeContext;
  /** Why it may be production. */
  suspicion?: string;
  cluster: Door.ClusterWriter;
  engine: Door.Engine;
  /** Whether charts can be rendered here. */
  canRender: boolean;
  environment: Environment;
}

/** Does something on the cluster of a kubeconfig, and lets go of it however that ends. */
export async function withLocal<T>(
  session: Session,
  flags: LocalFlags,
  work: (local: Local) => Promise<T>,
): Promise<T> {
  const { terminal, printer } = session;
  const door = await import('../cluster');
  const where = await locateCluster(door, terminal, flags);
  const { context } = where;
  const cluster = door.connectCluster(where.connection);
  const renderer = await door.findRenderer(terminal.env);
  const engine = door.createEngine({
    renderer: new door.RendererProcess({ command: renderer ?? 'renderer' }),
    clusterScopedKinds: flags.definitions ? ['CustomResourceDefinition'] : [],
  });
  printer.say(`Cluster: ${context.name} (${context.server})`);
  try {
    return await work({
      door,
      context,
      suspicion: door.suspicionOf(context),
      cluster,
      engine,
      canRender: renderer !== undefined,
      environment: localEnvironment(context.name),
    });
  } finally {
    await Promise.all([cluster.close(), engine.close()]);
  }
}

/** The context that is meant and how to connect to it; a kubeconfig that does not say is wrong use. */
export async function locateCluster(
  door: typeof Door,
  terminal: Pick<Terminal, 'cwd' | 'env'>,
  flags: LocalFlags,
): Promise<{
  context: Door.KubeContext;
  connection: Parameters<typeof Door.connectCluster>[0];
}> {
  const kubeconfig = kubeconfigOf(terminal, flags);
  const connection = { kubeconfig, context: flags.context };
  try {
    const name = flags.context ?? LOCAL;
    const context = await door.contextOf({ ...connection, name });
    return { context, connection: { ...connection, name: context.name } };
  } catch (error) {
    throw new CommandError((error as Error).message, {
      exitCode: EXIT.usage,
      hint: 'Name another one with --kubeconfig, --context or KUBECONFIG.',
    });
  }
}

/** The one file that is meant; `undefined` leaves several of KUBECONFIG, or the pod's own account, to the client. */
function kubeconfigOf(
  { cwd, env }: Pick<Terminal, 'cwd' | 'env'>,
  flags: LocalFlags,
): string | undefined {
  if (flags.kubeconfig) return resolve(cwd, flags.kubeconfig);
  const files = (env.KUBECONFIG ?? '').split(delimiter).filter(Boolean);
  if (files.length > 0) {
    return files.length === 1 ? resolve(cwd, files[0]) : undefined;
  }
  const usual = join(env.HOME ?? '.', '.kube', 'config');
  if (existsSync(usual)) return usual;
  if (env.KUBERNETES_SERVICE_HOST) return undefined;
  throw new CommandError(`There is no kubeconfig: nothing is at ${usual}.`, {
    exitCode: EXIT.usage,
    hint: 'Name one with --kubeconfig or KUBECONFIG.',
  });
}
