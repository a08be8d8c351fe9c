import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { UrlReaderService } from '@backstage/backend-plugin-api';
import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { ModuleSourceError } from './ModuleSourceError';
import { readModuleAtUrl } from './readModuleAtUrl';
import { readModuleFolder } from './readModuleFolder';

/**
 * Reads the module whose `o8-module.yaml` stands at a catalog location, as in
 * the annotation `backstage.io/managed-by-location`: `file:<path>` or `url:<url>`.
 *
 * @throws ModuleSourceError for another kind of location or files that cannot be a module.
 */
export async function readModuleAt(
  location: string,
  options: { urlReader?: Pick<UrlReaderService, 'readTree'> },
): Promise<ModuleFiles> {
  const colon = location.indexOf(':');
  const [type, target] = [location.slice(0, colon), location.slice(colon + 1)];
  if (type === 'file') {
    return readModuleFolder(await settled(dirname(target)));
  }
  if (type === 'url' && options.urlReader) {
    return readModuleAtUrl(options.urlReader, folderOfUrl(target));
  }
  throw new ModuleSourceError(
    `A module cannot be read from the location "${location}"; it must begin with "file:" or "url:".`,
  );
}

/**
 * The folder where it is now: what lies above it may be a link that is put to
 * another state while we read. The folder itself stays as it is named, since
 * one that is a link is no module.
 */
async function settled(folder: string): Promise<string> {
  const above = await realpath(dirname(folder)).catch(() => dirname(folder));
  return join(above, basename(folder));
}

/** Query and fragment stay: forges keep branch and path there. */
function folderOfUrl(target: string): string {
  const url = new URL(target);
  const inPath = url.pathname.replace(/\/[^/]*\.ya?ml$/i, '');
  if (inPath !== url.pathname) {
    url.pathname = inPath;
    return url.toString();
  }
  const path = url.searchParams.get('path');
  if (path) {
    url.searchParams.set('path', dirname(path));
  }
  return url.toString();
}
