import { Verb } from '../program';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { countFlag, durationFlag } from '../session/flags';

interface Flags {
  environment?: string;
  tail: number;
  follow: boolean;
  since?: number;
  previous: boolean;
  container?: string;
  grep?: string;
}

/** `o8 module logs`. */
export const logs: Verb = (module, run) =>
  module
    .command('logs')
    .description('log lines of all pods, merged in time order')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'environment to read from')
    .option(
      '--tail <n>',
      'lines from the end of each container',
      countFlag,
      100,
    )
    .option('-f, --follow', 'keep reading', false)
    .option('--since <duration>', 'only the last 10m, 2h, …', durationFlag)
    .option('--previous', 'of the container before its last restart', false)
    .option('--container <name>', 'only one container')
    .option('--grep <text>', 'only lines with this text')
    .action(
      run(async (session, name: string, flags: Flags) => {
        const { printer, terminal } = session;
        printer.check();
        const portal = await session.portal();
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const { tail, follow, previous, container, grep, since } = flags;
        const query = {
          environment: environment.name,
          tail,
          follow,
          previous,
          container,
          grep,
          since:
            since === undefined
              ? undefined
              : new Date(terminal.now() - since).toISOString(),
        };
        const { signal } = terminal;
        for await (const event of portal.readLogs(name, query, { signal })) {
          if (event.type === 'notice') printer.say(event.message);
          if (event.type === 'line') {
            const { pod, text } = event.line;
            await printer.item(
              event.line,
              style => `${style.faint(`${pod} │`)} ${text}\n`,
            );
          }
        }
      }),
    );
