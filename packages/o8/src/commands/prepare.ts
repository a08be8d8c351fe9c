import { InvalidArgumentError } from 'commander';
import { CommandError, EXIT, Interrupted } from '../exit';
import { locateCluster } from '../local/openLocal';
import { drawPreparation } from '../output/drawPreparation';
import { Verb } from '../program';
import { Session } from '../session/Session';

interface Flags {
  kubeconfig?: string;
  context?: string;
  also: Resources;
  dryRun: boolean;
  yes: boolean;
}

/** API group → resources. */
type Resources = Record<string, readonly string[]>;

/** `o8 cluster prepare`. */
export const prepare: Verb = (cluster, run) =>
  cluster
    .command('prepare')
    .description(
      'install the portal’s account, the deployer’s rights and the fence',
    )
    .option('--kubeconfig <file>', 'of an administrator of the cluster')
    .option('--context <name>', 'context of the kubeconfig')
    .option(
      '--also <resource.group>',
      'further resources that modules may bring, such as certificates.cert-manager.io; may be given again',
      withResource,
      {},
    )
    .option('--dry-run', 'change nothing; with -o yaml for kubectl', false)
    .option('-y, --yes', 'do not ask', false)
    .action(
      run(async (session, flags: Flags) => {
        session.printer.check();
        if (flags.dryRun && session.printer.forMachines) {
          const engine = await import('../cluster');
          const items = engine.clusterPreparation(accountFor(engine, flags));
          const list = { apiVersion: 'v1', kind: 'List', items };
          await session.printer.data(list, () => '');
          return;
        }
        await prepareNow(session, flags);
      }),
    );

/** Shows what changes, asks, applies it, and tries whether the fence stands. */
async function prepareNow(session: Session, flags: Flags): Promise<void> {
  const { printer, terminal } = session;
  const engine = await import('../cluster');
  const { connection } = await locateCluster(engine, terminal, flags);
  const cluster = engine.connectCluster(connection);
  const { signal } = terminal;
  try {
    const wanted = accountFor(engine, flags);
    const plan = await engine.planPreparation(
      cluster,
      engine.clusterPreparation(wanted),
    );
    printer.say(`Cluster: ${cluster.name}`);
    printer.say(drawPreparation(plan, printer.aside));
    if (flags.dryRun) return;
    if (plan.some(({ action }) => action !== 'unchanged')) {
      await ask(session, { cluster: cluster.name, yes: flags.yes });
      await engine.prepareCluster(cluster, wanted);
    }
    const { namespace, name } = wanted;
    await engine.proveFence(cluster, { namespace, signal });
    const account = `${namespace}/${name}`;
    const outcome = {
      cluster: cluster.name,
      fenced: true,
      account,
      objects: plan,
    };
    await printer.data(
      outcome,
      style =>
        `${style.good('✓')} ${
          cluster.name
        } is prepared: a stale write and a stale delete were tried, and refused.\n`,
    );
    printer.say(
      `The portal signs in as the service account ${account}: kubectl create token -n ${namespace} ${name} --duration 24h`,
    );
  } catch (error) {
    if (signal.aborted) throw new Interrupted();
    if (error instanceof engine.RightsMissing) {
      throw new CommandError([error.message, ...error.rights].join('\n  ✗ '), {
        exitCode: EXIT.refused,
        hint: 'Use an administrator’s kubeconfig with --kubeconfig or --context.',
      });
    }
    if (error instanceof engine.FenceNotEnforced) {
      throw new CommandError(error.message, {
        exitCode: EXIT.failed,
        hint: 'See whether the API server has ValidatingAdmissionPolicy (Kubernetes 1.30 and later), and whether somebody else changed the policies named orchestr8-fence.',
      });
    }
    throw error;
  } finally {
    await cluster.close();
  }
}

/** The portal's account; with what is asked for besides, the rights of its deployer. */
function accountFor(
  { DEFAULT_ACCOUNT }: typeof import('../cluster'),
  { also }: Pick<Flags, 'also'>,
): typeof DEFAULT_ACCOUNT {
  return { ...DEFAULT_ACCOUNT, resources: also };
}

/** One more resource, as kubectl writes it: `certificates.cert-manager.io`, `*.example.com`. */
function withResource(text: string, before: Resources): Resources {
  const [, resource, group] =
    /^(\*|[a-z][a-z0-9-]*)\.([a-z0-9](?:[a-z0-9.-]*[a-z0-9])?)$/.exec(text) ??
    [];
  if (!resource) {
    throw new InvalidArgumentError(
      'A resource and its group are meant, as in certificates.cert-manager.io, or *.example.com for all of a group.',
    );
  }
  return { ...before, [group]: [...(before[group] ?? []), resource] };
}

async function ask(
  { terminal }: Session,
  options: { cluster: string; yes: boolean },
): Promise<void> {
  if (options.yes) return;
  if (!terminal.interactive) {
    throw new CommandError(
      'Nobody can be asked here (not a terminal), so nothing was installed.',
      {
        exitCode: EXIT.usage,
        hint: 'Add --yes, or --dry-run -o yaml for "kubectl apply --server-side -f -".',
      },
    );
  }
  if (!(await terminal.confirm(`Prepare the cluster ${options.cluster}?`))) {
    throw new Interrupted('Nothing was installed.');
  }
}
