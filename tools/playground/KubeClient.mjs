import https from 'node:https';
import { setTimeout as pause } from 'node:timers/promises';

/** An answer of the API server that is not 2xx. */
export class KubeError extends Error {
  constructor(status, message) {
    super(message);
    this.name = 'KubeError';
    this.status = status;
  }
}

/** The few requests that the playground makes of its API server; plain JSON in and out. */
export class KubeClient {
  #options;

  /** `ca` may be absent before the server has written its certificate. */
  constructor({ port, token, ca }) {
    this.#options = {
      host: '127.0.0.1',
      port,
      ca,
      rejectUnauthorized: Boolean(ca),
      headers: { authorization: `Bearer ${token}` },
      agent: new https.Agent({ keepAlive: true, maxSockets: 8 }),
    };
  }

  get(path) {
    return this.#request('GET', path);
  }

  /** Server-side apply of YAML or JSON text, or of a value. */
  apply(path, object) {
    const text = typeof object === 'string' ? object : JSON.stringify(object);
    const query = 'fieldManager=orchestr8-playground&force=true';
    return this.#request(
      'PATCH',
      `${path}?${query}`,
      text,
      'application/apply-patch+yaml',
    );
  }

  merge(path, object) {
    return this.#request(
      'PATCH',
      path,
      JSON.stringify(object),
      'application/merge-patch+json',
    );
  }

  post(path, object) {
    return this.#request(
      'POST',
      path,
      JSON.stringify(object),
      'application/json',
    );
  }

  delete(path) {
    return this.#request('DELETE', path);
  }

  /** Calls `onEvent` for each event of a watch; resolves when the server ends it, rejects when it breaks. */
  watch(path, onEvent, { signal }) {
    return new Promise((resolve, reject) => {
      const request = https.request(
        { ...this.#options, agent: undefined, path, signal },
        response => {
          let rest = '';
          response.setEncoding('utf8');
          response.on('data', chunk => {
            const lines = (rest + chunk).split('\n');
            rest = lines.pop();
            for (const line of lines) if (line) onEvent(JSON.parse(line));
          });
          response.on('end', resolve);
          response.on('error', reject);
        },
      );
      request.on('error', reject);
      request.end();
    });
  }

  /** A server that just started is busy (429) or not up to it (503) for some seconds: patience, for twenty. */
  async #request(method, path, body, type) {
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#once(method, path, body, type);
      } catch (error) {
        if (attempt >= 100 || ![429, 503].includes(error.status)) throw error;
        await pause(200);
      }
    }
  }

  #once(method, path, body, type) {
    return new Promise((resolve, reject) => {
      const headers = { ...this.#options.headers };
      if (body !== undefined) {
        headers['content-type'] = type;
        headers['content-length'] = Buffer.byteLength(body);
      }
      const request = https.request(
        { ...this.#options, method, path, headers, timeout: 30_000 },
        response => {
          const chunks = [];
          response.on('data', chunk => chunks.push(chunk));
          response.on('error', reject);
          response.on('end', () => {
            const text = Buffer.concat(chunks).toString('utf8');
            if (response.statusCode >= 300) {
              reject(
                new KubeError(
                  response.statusCode,
                  `${method} ${path}: ${response.statusCode} ${messageOf(
                    text,
                  )}`,
                ),
              );
            } else {
              resolve(text.startsWith('{') ? JSON.parse(text) : text);
            }
          });
        },
      );
      request.on('timeout', () =>
        request.destroy(new Error(`${method} ${path}: no answer for 30 s`)),
      );
      request.on('error', reject);
      request.end(body);
    });
  }
}

function messageOf(text) {
  try {
    return JSON.parse(text).message ?? text;
  } catch {
    return text.slice(0, 300);
  }
}
