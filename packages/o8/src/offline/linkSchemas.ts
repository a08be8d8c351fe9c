import { readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import {
  MODULE_FILE,
  SchemaName,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';

const MODELINE = /^#[^\S\n]*yaml-language-server:.*$/m;

/**
 * Points the files of a module, or of a template, to schemas on this machine:
 * their `yaml-language-server` line is replaced, or put on top. Paths are
 * relative, so that they hold wherever both are checked out together.
 *
 * @returns the files that were changed
 */
export async function linkSchemas(
  folder: string,
  schemas: Record<SchemaName, string>,
): Promise<string[]> {
  const changed: string[] = [];
  for (const { file, kind } of await filesOf(folder)) {
    const text = await readFile(file, 'utf8');
    const schema = kind ?? kindOf(text);
    const line = `# yaml-language-server: $schema=${pathTo(
      schemas[schema],
      file,
    )}`;
    const linked = MODELINE.test(text)
      ? text.replace(MODELINE, () => line)
      : `${line}\n${text}`;
    if (linked === text) continue;
    await writeFile(file, linked);
    changed.push(file);
  }
  return changed;
}

async function filesOf(
  folder: string,
): Promise<{ file: string; kind?: SchemaName }[]> {
  const overlays = join(folder, 'environments');
  const names = await readdir(overlays).catch(() => []);
  return [
    { file: join(folder, MODULE_FILE) },
    ...names
      .filter(name => /\.ya?ml$/.test(name))
      .map(name => ({ file: join(overlays, name), kind: 'overlay' as const })),
  ];
}

function kindOf(text: string): SchemaName {
  return /^kind:\s*["']?ModuleTemplate\b/m.test(text) ? 'template' : 'module';
}

/** As the language server wants it: relative to the file, with forward slashes, without spaces. */
function pathTo(schema: string, file: string): string {
  const path = relative(dirname(file), schema).split(sep).join('/');
  if (!/\s/.test(path)) return path;
  throw new CommandError(
    `The line of ${file} cannot name "${path}": editors read it up to the first space.`,
    { exitCode: EXIT.usage, hint: 'Choose a folder without spaces.' },
  );
}
