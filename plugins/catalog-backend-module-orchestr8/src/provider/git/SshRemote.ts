import { mkdir } from 'fs/promises';
import { simpleGit } from 'simple-git';
import { FETCH_TIMEOUT_MS, GitRemote } from './GitRemote';

/** Where the fetched commit is kept in the repository here. */
const FETCHED = 'refs/orchestr8/fetched';

/**
 * A repository behind `ssh:` or `user@host:path`, by the machine's own `git` and
 * `ssh`: keys, known hosts and agents are those of the user that runs the portal.
 */
export class SshRemote implements GitRemote {
  constructor(
    private readonly options: {
      url: string;
      /** Path of a private key to use in place of the user's. */
      privateKeyFile?: string;
    },
  ) {}

  async fetch(gitdir: string, ref = 'HEAD'): Promise<string> {
    const { url, privateKeyFile } = this.options;
    await mkdir(gitdir, { recursive: true });
    const key = privateKeyFile
      ? ` -o IdentitiesOnly=yes -i '${privateKeyFile.replaceAll("'", `'\\''`)}'`
      : '';
    const git = simpleGit({
      baseDir: gitdir,
      timeout: { block: FETCH_TIMEOUT_MS },
      unsafe: { allowUnsafeSshCommand: true },
      allowEnvironment: ['GIT_TERMINAL_PROMPT', 'GIT_SSH_COMMAND'],
    }).env({
      ...ofTheUser(process.env),
      GIT_TERMINAL_PROMPT: '0',
      // Ask nobody, and talk to no host that is not known.
      GIT_SSH_COMMAND: `ssh -o BatchMode=yes -o StrictHostKeyChecking=yes${key}`,
    });
    await git.init(true);
    await git.raw([
      'fetch',
      '--depth=1',
      '--no-tags',
      '--force',
      '--',
      url,
      `${ref}:${FETCHED}`,
    ]);
    return (await git.revparse([FETCHED])).trim();
  }
}

/** What git and ssh need to know of the user; nothing else of the portal's. */
function ofTheUser(env: NodeJS.ProcessEnv): Record<string, string> {
  const names = ['PATH', 'HOME', 'USER', 'LOGNAME', 'LANG', 'SSH_AUTH_SOCK'];
  return Object.fromEntries(
    names.flatMap(name => (env[name] ? [[name, env[name]]] : [])),
  );
}
