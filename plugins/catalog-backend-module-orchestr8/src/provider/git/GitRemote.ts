/** A repository elsewhere, of which one branch or tag is brought here. */
export interface GitRemote {
  /**
   * Brings the newest commit of the ref, with its files and without its history,
   * into a bare repository on this machine.
   *
   * @param gitdir - absolute path; made when absent
   * @param ref - branch or tag; default the remote's own choice
   * @returns hash of the commit, or of the tag that names it
   */
  fetch(gitdir: string, ref?: string): Promise<string>;
}

/** A remote that does not answer for so long is given up, in milliseconds. */
export const FETCH_TIMEOUT_MS = 60_000;
