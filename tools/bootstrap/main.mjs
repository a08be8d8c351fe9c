import { parseArgs } from 'node:util';

import { Friendly } from './Friendly.mjs';
import { settingsFrom } from './settings.mjs';

const USAGE = `usage: npm start [-- OPTIONS]     the portal, with a local cluster unless one is named
       npm test                    everything that CI runs
       npm run reset               clears the portal's data and the local cluster

  --kubeconfig PATH   a cluster of your own in place of the local one
  --context NAME      a context of that file (default: its current one)
  --yes               use it even if it looks like production
  --port N            the portal's port (default 7007)
  --data DIR          where state is kept (default ~/.local/share/orchestr8)
  --playground-port N the local API server's port; the six after it are used too (default 16443)
  --only NAME         npm test: after the builds only static, go, tools, unit or e2e; may be repeated`;

/** Reads the command line and hands over to the command, which is loaded only then. */
export async function main(argv) {
  const [command, ...rest] = argv;
  let options;
  try {
    options = parseArgs({
      args: rest,
      options: {
        kubeconfig: { type: 'string' },
        context: { type: 'string' },
        yes: { type: 'boolean', default: false },
        port: { type: 'string' },
        data: { type: 'string' },
        'playground-port': { type: 'string' },
        only: { type: 'string', multiple: true },
        help: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new Friendly(`${error.message}\n\n${USAGE}`);
  }
  if (options.help) {
    console.log(USAGE);
    return;
  }
  const settings = settingsFrom(options);
  switch (command) {
    case 'start':
      await (await import('./start.mjs')).start(settings);
      break;
    case 'reset':
      await (await import('./reset.mjs')).reset(settings);
      break;
    case 'test':
      await (await import('./test/test.mjs')).test(settings);
      break;
    default:
      throw new Friendly(USAGE);
  }
}
