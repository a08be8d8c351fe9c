import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { SchemaName } from '@orchestr8/backstage-plugin-orchestr8-common';
import { SCHEMA_FILES, schemaOf } from './schemaOf';

/** Writes all schemas into a folder, over those of an earlier version; answers the path of each. */
export async function writeSchemas(
  folder: string,
): Promise<Record<SchemaName, string>> {
  await mkdir(folder, { recursive: true });
  const write = async (which: SchemaName) => {
    const path = join(folder, SCHEMA_FILES[which]);
    await writeFile(path, `${JSON.stringify(schemaOf(which), null, 2)}\n`);
    return path;
  };
  return {
    module: await write('module'),
    overlay: await write('overlay'),
    template: await write('template'),
  };
}
