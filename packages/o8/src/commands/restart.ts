import { Verb } from '../program';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { durationFlag } from '../session/flags';
import { followDeployment } from '../session/followDeployment';

interface Flags {
  environment?: string;
  wait: boolean;
  timeout?: number;
}

/** `o8 module restart`. */
export const restart: Verb = (module, run) =>
  module
    .command('restart')
    .description('make all pods anew, without an outage')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'environment to restart in')
    .option('--no-wait', 'do not wait for the outcome')
    .option('--timeout <duration>', 'how long to wait: 90s, 10m', durationFlag)
    .action(
      run(async (session, name: string, flags: Flags) => {
        session.printer.check();
        const portal = await session.portal();
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const deployment = await portal.restart(name, environment.name);
        return followDeployment(session, portal, {
          deployment,
          wait: flags.wait,
          timeoutMs: flags.timeout,
        });
      }),
    );
