import { watch } from 'chokidar';
import { relative, sep } from 'path';
import { ModuleSource } from '../ModuleSource';
import { gitDirectoryOf } from './GitRepository';

/** What changes in a repository when a branch, a tag or HEAD does. */
const MOVING = ['HEAD', 'packed-refs', 'refs'];

/** Watches the branches and tags of a repository on this machine. */
export function watchRefs(path: string): ModuleSource['watch'] {
  return async (onChange, onBlind) => {
    const gitdir = await gitDirectoryOf(path).catch(() => undefined);
    if (!gitdir) {
      onBlind('there is no repository yet');
      return async () => {};
    }
    const watcher = watch(gitdir, {
      ignoreInitial: true,
      followSymlinks: false,
      ignored: file => {
        const [first] = relative(gitdir, file).split(sep);
        return first !== '' && !MOVING.includes(first);
      },
    });
    watcher.on('all', (_event, file) => {
      if (!file.endsWith('.lock')) onChange('all');
    });
    watcher.on('error', error => onBlind(String(error)));
    watcher.once('ready', () => onChange('all'));
    return () => watcher.close();
  };
}
