import { closeSync, existsSync, fstatSync, openSync, readSync } from 'node:fs';

/** What an API server wrote down, read on from where one was. */
export class AuditLog {
  #file;
  #offset = 0;
  #known = new Set();

  constructor(file) {
    this.#file = file;
  }

  /**
   * The requests since the last call, each once. The API server writes them
   * before it answers, so that none is missing.
   *
   * @returns `{ agent, verb, resource, namespace, code, dryRun }` each
   */
  since() {
    const requests = [];
    for (const line of this.#lines()) {
      const {
        auditID,
        userAgent,
        verb,
        objectRef,
        responseStatus,
        requestURI,
      } = JSON.parse(line);
      // A watch is told when it begins and when it ends.
      if (this.#known.has(auditID)) continue;
      this.#known.add(auditID);
      requests.push({
        agent: userAgent ?? '',
        verb,
        resource: objectRef?.resource,
        namespace: objectRef?.namespace,
        code: responseStatus?.code,
        dryRun: requestURI.includes('dryRun=All'),
      });
    }
    return requests;
  }

  #lines() {
    if (!existsSync(this.#file)) return [];
    const file = openSync(this.#file, 'r');
    try {
      const bytes = Buffer.alloc(fstatSync(file).size - this.#offset);
      readSync(file, bytes, 0, bytes.length, this.#offset);
      const end = bytes.lastIndexOf(10) + 1;
      this.#offset += end;
      return bytes.subarray(0, end).toString('utf8').split('\n').slice(0, -1);
    } finally {
      closeSync(file);
    }
  }
}
