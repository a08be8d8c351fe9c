import { Command, Option } from 'commander';
import { CommandError, EXIT } from '../exit';
import { LOCAL } from './localEnvironment';

/** Which cluster `local` is. */
export interface LocalFlags {
  kubeconfig?: string;
  context?: string;
  /** Charts may bring definitions of kinds. */
  definitions?: boolean;
}

/** `--kubeconfig`, for verbs that work straight on one. */
export function kubeconfigFlag(): Option {
  return new Option(
    '--kubeconfig <file>',
    'of the environment local; else KUBECONFIG',
  );
}

/** `--context`, beside {@link kubeconfigFlag}. */
export function contextFlag(): Option {
  return new Option(
    '--context <name>',
    'context of that kubeconfig; else its current one',
  );
}

/** `--definitions`, for verbs that bring a chart to one: whose the kubeconfig is, is the operator. */
export function definitionsFlag(): Option {
  return new Option(
    '--definitions',
    'on the environment local: let the chart bring definitions of kinds, which hold for the whole cluster and stay',
  );
}

/** Why a verb does not work on `local`, and what does instead. */
const WHY_NOT: Record<string, string> = {
  promote:
    'It is not on the path, so nothing is promoted from it or to it: deploy the folder to the first environment.',
  rollback:
    'No releases are kept for it: deploy the folder as it was, such as from another checkout.',
  scale:
    'No overrides are kept for it: set replicaCount in environments/local.yaml and deploy the folder again.',
  restart:
    'It has no record of what runs: use "kubectl rollout restart", or deploy the folder again.',
  history: 'Nobody keeps one for it.',
  deps: 'Its plan names them: o8 module plan ./FOLDER --environment local',
};

/** Refuses `local` where a verb needs the portal, and a kubeconfig where it is not `local` that is meant. */
export function demandRightPlace(command: Command): void {
  const { environment, from, to, kubeconfig, context, definitions } =
    command.opts<Record<string, unknown>>();
  const verb = command.name();
  if ([environment, from, to].includes(LOCAL) && verb in WHY_NOT) {
    throw new CommandError(
      `"${verb}" does not work on the environment ${LOCAL}. ${WHY_NOT[verb]}`,
      { exitCode: EXIT.usage },
    );
  }
  const ofLocal = command.options.some(({ long }) => long === '--environment');
  if (ofLocal && environment !== LOCAL && (kubeconfig ?? context)) {
    throw new CommandError(
      `${
        kubeconfig ? '--kubeconfig' : '--context'
      } goes with --environment ${LOCAL}: the portal knows the clusters of its own environments.`,
      { exitCode: EXIT.usage },
    );
  }
  if (ofLocal && environment !== LOCAL && definitions) {
    throw new CommandError(
      `--definitions goes with --environment ${LOCAL}: in the portal's environments the operator gives that leave, by orchestr8.policy.clusterScopedKinds.`,
      { exitCode: EXIT.usage },
    );
  }
}
