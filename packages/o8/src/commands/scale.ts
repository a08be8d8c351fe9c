import { Verb } from '../program';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { countFlag, durationFlag } from '../session/flags';
import { followDeployment } from '../session/followDeployment';

interface Flags {
  replicas: number;
  environment?: string;
  wait: boolean;
  timeout?: number;
}

/** `o8 module scale`. */
export const scale: Verb = (module, run) =>
  module
    .command('scale')
    .description('set the number of replicas; it survives the next deployment')
    .argument('<name>', 'module of the catalog')
    .requiredOption('--replicas <n>', 'number of replicas', countFlag)
    .option('--environment <name>', 'environment to scale in')
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
        const deployment = await portal.scale(name, {
          environment: environment.name,
          replicas: flags.replicas,
        });
        return followDeployment(session, portal, {
          deployment,
          wait: flags.wait,
          timeoutMs: flags.timeout,
        });
      }),
    );
