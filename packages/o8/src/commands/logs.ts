import { isLocal } from '../local/localEnvironment';
import { contextFlag, kubeconfigFlag, LocalFlags } from '../local/localFlags';
import { LogFlags, readLogsLocally } from '../local/readLogsLocally';
import { drawLogLine } from '../output/drawLogLine';
import { Verb } from '../program';
import { chooseEnvironment } from '../session/chooseEnvironment';
import { countFlag, durationFlag } from '../session/flags';
import { readOn } from '../session/readOn';

type Flags = LocalFlags & LogFlags & { environment?: string };

/** `o8 module logs`. */
export const logs: Verb = (module, run) =>
  module
    .command('logs')
    .description('log lines of all pods, merged in time order')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'environment to read from')
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .option(
      '--tail <n>',
      'newest lines of all pods together; 100, or all with --since',
      countFlag,
    )
    .option('-f, --follow', 'keep reading', false)
    .option('--since <duration>', 'only the last 10m, 2h, …', durationFlag)
    .option('--previous', 'of the container before its last restart', false)
    .option('--pod <name>', 'only one pod')
    .option('--container <name>', 'only one container')
    .option(
      '--grep <pattern>',
      'only lines in which this regular expression matches',
    )
    .action(
      run(async (session, name: string, flags: Flags) => {
        const { printer, terminal } = session;
        printer.check();
        if (isLocal(flags)) {
          await readLogsLocally(session, name, flags);
          return;
        }
        const portal = await session.portal();
        const environment = await chooseEnvironment(session, portal, {
          named: flags.environment,
          module: name,
        });
        const { tail, follow, previous, pod, container, grep, since } = flags;
        const query = {
          environment: environment.name,
          tail,
          follow,
          previous,
          pod,
          container,
          grep,
          since:
            since === undefined
              ? undefined
              : new Date(terminal.now() - since).toISOString(),
        };
        const { signal } = terminal;
        let cursor: string | undefined;
        const events = readOn(
          session,
          () => portal.readLogs(name, { ...query, after: cursor }, { signal }),
          { signal },
        );
        for await (const event of events) {
          if (event.type === 'notice') printer.say(event.message);
          if (event.type === 'line') {
            cursor = event.cursor ?? cursor;
            await printer.item(event.line, style =>
              drawLogLine(event.line, style),
            );
          }
        }
      }),
    );
