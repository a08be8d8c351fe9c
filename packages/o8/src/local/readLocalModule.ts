import { stat } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import {
  DependencyNode,
  MODULE_FILE,
  ModuleFiles,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { Session } from '../session/Session';
import { LOCAL } from './localEnvironment';
import { Local } from './openLocal';

/** A module's folder and what is in it. */
export interface LocalModule {
  /** Absolute. */
  folder: string;
  files: ModuleFiles;
  /** Absent when the specification cannot be read; the plan says why. */
  specification?: DependencyNode;
}

/** Reads the folder that a verb was given: without the portal there is no catalog to look a name up in. */
export async function readLocalModule(
  { terminal, printer }: Session,
  { door }: Pick<Local, 'door'>,
  given: string,
): Promise<LocalModule> {
  const folder = resolve(terminal.cwd, given);
  const file = await stat(join(folder, MODULE_FILE)).catch(() => undefined);
  if (!file?.isFile()) {
    throw new CommandError(`There is no ${MODULE_FILE} in "${given}".`, {
      exitCode: EXIT.usage,
      hint: 'On the environment local the folder of a module is deployed, not a name of the catalog.',
    });
  }
  const files = await door.readModuleFolder(folder);
  printer.detail(`Read ${files.size} files from ${folder}.`);
  const specification = door.specificationOf(files, LOCAL);
  return { folder, files, specification };
}
