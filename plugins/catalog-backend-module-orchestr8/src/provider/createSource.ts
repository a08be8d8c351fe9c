import { basename, join } from 'path';
import { FolderSource } from './folder/FolderSource';
import { GitCheckout } from './git/GitCheckout';
import {
  GitRepository,
  LocalRepository,
  RemoteRepository,
} from './git/GitRepository';
import { GitSource } from './git/GitSource';
import { HttpRemote } from './git/HttpRemote';
import { SshRemote } from './git/SshRemote';
import { watchRefs } from './git/watchRefs';
import { ModuleSource } from './ModuleSource';
import { SourcePlace, SourceSettings } from './readSources';

/**
 * The source that an entry of the configuration describes.
 *
 * @param checkouts - absolute path of the folder for copies of repositories
 */
export function createSource(
  { id, place, depth }: SourceSettings,
  { checkouts }: { checkouts: string },
): ModuleSource {
  if (place.type === 'folder') {
    return new FolderSource({ id: sourceId(id), folder: place.folder, depth });
  }
  const folder = join(checkouts, id);
  const where = place.type === 'local' ? place.path : place.url;
  return new GitSource({
    id: sourceId(id),
    description: `the git repository "${where}"${
      place.ref ? ` at "${place.ref}"` : ''
    }`,
    repository: repositoryAt(place, join(folder, 'repository.git')),
    checkout: new GitCheckout({
      folder,
      repositoryName: basename(where).replace(/\.git$/, '') || id,
    }),
    depth,
    ...(place.type === 'local' ? { watch: watchRefs(place.path) } : {}),
  });
}

/** Apart from the names that the portal's own folder and refreshes have. */
function sourceId(id: string): string {
  return `source-${id}`;
}

function repositoryAt(
  place: Exclude<SourcePlace, { type: 'folder' }>,
  copy: string,
): GitRepository {
  if (place.type === 'local') return new LocalRepository(place);
  const { ref } = place;
  const remote =
    place.type === 'http' ? new HttpRemote(place) : new SshRemote(place);
  return new RemoteRepository({ remote, copy, ...(ref ? { ref } : {}) });
}
