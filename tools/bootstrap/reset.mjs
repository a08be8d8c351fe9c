import { existsSync, readdirSync, rmSync } from 'node:fs';
import path from 'node:path';

import { Friendly } from './Friendly.mjs';
import { Lock } from './Lock.mjs';

/** What a start makes; anything else in the folder is not ours to delete. */
const OURS = [
  'cluster',
  'db',
  'modules',
  'logs',
  'secrets.env',
  'cli.json',
  'run.pid',
  'kubeconfig',
];

/** Clears the portal's database, the modules made with it and the local cluster. Caches and builds stay. */
export async function reset({ data }) {
  const holder = new Lock(data).holder();
  if (holder)
    throw new Friendly(
      `The portal is running (process ${holder}): end it with Ctrl-C, then reset.`,
    );
  if (!existsSync(data)) {
    console.log(`Nothing to clear: ${data} does not exist.`);
    return;
  }
  for (const name of OURS)
    rmSync(path.join(data, name), { recursive: true, force: true });
  const rest = readdirSync(data);
  if (rest.length === 0) rmSync(data, { recursive: true });
  console.log(
    `Cleared ${data}: the portal's database, its modules and the local cluster are gone.` +
      (rest.length
        ? `\nLeft alone, because nobody here made them: ${rest.join(', ')}`
        : ''),
  );
}
