import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ModuleFilesBuilder } from './ModuleFilesBuilder';
import { ModuleSourceError } from './ModuleSourceError';

/**
 * Reads a module from a folder's URL through the portal's URL reader, which
 * brings the integrations' credentials and the operator's allow-list.
 *
 * @throws ModuleSourceError when the tree breaks language §1; the reader's own errors pass unchanged.
 */
export async function readModuleAtUrl(
  urlReader: Pick<UrlReaderService, 'readTree'>,
  url: string,
): Promise<ModuleFiles> {
  const tree = await urlReader.readTree(url, {
    filter: path => ModuleFilesBuilder.accepts(path),
  });
  const builder = new ModuleFilesBuilder();
  for (const file of await tree.files()) {
    if (!ModuleFilesBuilder.accepts(file.path)) continue;
    builder.add(file.path, new Uint8Array(await file.content()));
  }
  const files = builder.build();
  if (files.size === 0) {
    throw new ModuleSourceError(`There are no files at ${url}.`);
  }
  return files;
}
