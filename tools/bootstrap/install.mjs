import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';

import { contentHash } from './contentHash.mjs';

/** `yarn install --immutable`, unless that has been done for the present lockfile and manifests. */
export async function installPackages({ settings, steps, tools }) {
  const { root } = settings;
  const stamp = path.join(root, 'node_modules', '.orchestr8-installed');
  const manifests = contentHash(
    root,
    ['package.json', 'yarn.lock', '.yarnrc.yml', 'packages', 'plugins'],
    file => path.basename(file) === 'package.json' || !file.includes(path.sep),
  );
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === manifests) return;
  await steps.step(
    'Install packages (the first time about two minutes)',
    async progress => {
      await steps.run(tools.node, [tools.yarn, 'install', '--immutable'], {
        name: 'yarn-install',
        cwd: root,
        env: tools.env,
        onLine: line => {
          const phase = /(Resolution|Fetch|Link) step/.exec(line);
          if (phase) progress(`at the ${phase[1].toLowerCase()} step`);
        },
      });
    },
  );
  writeFileSync(stamp, manifests);
}
