import { canonicalEnvironment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { isLocal, LOCAL } from '../local/localEnvironment';
import {
  contextFlag,
  definitionsFlag,
  kubeconfigFlag,
} from '../local/localFlags';
import { TestFlags, testLocally } from '../local/test/testLocally';
import { Verb } from '../program';
import { durationFlag } from '../session/flags';

/** Milliseconds for deploying and testing together. */
const TIMEOUT_MS = 10 * 60_000;

/** `o8 module test`. */
export const test: Verb = (module, run) =>
  module
    .command('test')
    .description(
      'deploy a folder to a scratch namespace, run its chart’s tests, clean up',
    )
    .argument('[dir]', 'folder of a module', '.')
    .option(
      '--environment <name>',
      'only local: the cluster of a kubeconfig',
      LOCAL,
    )
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .addOption(definitionsFlag())
    .option(
      '--with-dependencies',
      'first what it needs, from the folders beside it',
      false,
    )
    .option('--keep', 'leave the scratch namespace as it is at the end', false)
    .option('-y, --yes', 'also where the cluster may be production', false)
    .option(
      '--timeout <duration>',
      'time for deploying and testing together: 90s, 10m',
      durationFlag,
      TIMEOUT_MS,
    )
    .action(
      run(
        async (
          session,
          given: string,
          flags: TestFlags & { environment: string },
        ) => {
          session.printer.check();
          if (!isLocal(flags)) {
            const name = canonicalEnvironment(flags.environment);
            throw new CommandError(
              `"${name}" is no place for tests: they work straight on a kubeconfig, as the environment ${LOCAL}.`,
              {
                exitCode: EXIT.usage,
                hint: `What would happen in ${name}, without doing it: o8 module plan ${given} --environment ${name}`,
              },
            );
          }
          return testLocally(session, given, flags);
        },
      ),
    );
