import fs from 'fs';
import git from 'isomorphic-git';
import http from 'isomorphic-git/http/node';
import { FETCH_TIMEOUT_MS, GitRemote } from './GitRemote';

/** A repository behind `https:` or `http:`. */
export class HttpRemote implements GitRemote {
  constructor(
    private readonly options: {
      url: string;
      auth?: { username: string; password: string };
    },
  ) {}

  async fetch(gitdir: string, ref?: string): Promise<string> {
    const { url, auth } = this.options;
    await git.init({ fs, gitdir, bare: true });
    await git.addRemote({ fs, gitdir, remote: 'origin', url, force: true });
    const fetching = git.fetch({
      fs,
      http,
      gitdir,
      remote: 'origin',
      depth: 1,
      singleBranch: true,
      tags: false,
      ...(ref ? { ref, remoteRef: ref } : {}),
      onAuth: () => auth ?? { cancel: true },
      // The same again would be refused again.
      onAuthFailure: () => ({ cancel: true }),
    });
    const { fetchHead } = await withTimeout(fetching, url);
    if (!fetchHead) {
      throw new Error(`${url} has no ${ref ? `"${ref}"` : 'commit yet'}.`);
    }
    return fetchHead;
  }
}

/** The library cannot be interrupted: the late answer goes unheard. */
async function withTimeout<T>(work: Promise<T>, url: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(
      () =>
        reject(
          new Error(`${url} did not answer in ${FETCH_TIMEOUT_MS / 1000} s.`),
        ),
      FETCH_TIMEOUT_MS,
    );
  });
  try {
    return await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
