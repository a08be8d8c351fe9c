import { setTimeout as pause } from 'node:timers/promises';

/** The live objects of one kind, kept current by a list and a watch that never give up. */
export class ObjectWatch {
  #client;
  #path;
  #objects = new Map();
  #stopped = new AbortController();
  #listeners = [];

  constructor(client, path) {
    this.#client = client;
    this.#path = path;
  }

  /** Resolves after the first list; the watch goes on until `stop`. */
  async start() {
    this.#follow(await this.#firstList());
  }

  stop() {
    this.#stopped.abort();
  }

  values() {
    return [...this.#objects.values()];
  }

  find(namespace, name) {
    return this.#objects.get(`${namespace}/${name}`);
  }

  /** `listener` is called, without arguments, after every change. */
  onChange(listener) {
    this.#listeners.push(listener);
  }

  /** The endpoint of a kind that was just defined is missing for some seconds. */
  async #firstList() {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#list();
      } catch (error) {
        if (attempt >= 100 || error.status !== 404) throw error;
        await pause(200);
      }
    }
  }

  async #list() {
    const list = await this.#client.get(this.#path);
    this.#objects = new Map(list.items.map(item => [keyOf(item), item]));
    this.#changed();
    return list.metadata.resourceVersion;
  }

  async #follow(from) {
    let version = from;
    const { signal } = this.#stopped;
    while (!signal.aborted) {
      try {
        version ??= await this.#list();
        const query = `watch=1&allowWatchBookmarks=true&timeoutSeconds=300&resourceVersion=${version}`;
        const seen = event => {
          if (event.type === 'ERROR') {
            version = undefined; // too old: list again
            return;
          }
          version = event.object.metadata.resourceVersion;
          if (event.type === 'DELETED')
            this.#objects.delete(keyOf(event.object));
          else if (event.type !== 'BOOKMARK')
            this.#objects.set(keyOf(event.object), event.object);
          if (event.type !== 'BOOKMARK') this.#changed();
        };
        await this.#client.watch(`${this.#path}?${query}`, seen, { signal });
      } catch {
        if (signal.aborted) return;
        version = undefined;
        await pause(1000);
      }
    }
  }

  #changed() {
    for (const listener of this.#listeners) listener();
  }
}

function keyOf(object) {
  return `${object.metadata.namespace ?? ''}/${object.metadata.name}`;
}
