import https from 'node:https';

import { followLog, lifeOf, readLog } from './containerLog.mjs';
import { steadyLogOf, writeSteadyLog } from './steadyLog.mjs';

const LOGS = /^\/containerLogs\/([^/]+)\/([^/]+)\/([^/]+)$/;

/**
 * The part of a kubelet that the API server asks for logs. The lines are
 * computed when asked for (`containerLog.mjs`), so nothing is written to disk
 * and nothing runs while nobody looks.
 */
export class Kubelet {
  #server;
  #pods;
  #namespaces;

  constructor({ pods, namespaces, key, cert }) {
    this.#pods = pods;
    this.#namespaces = namespaces;
    this.#server = https.createServer({ key, cert }, (request, response) =>
      this.#answer(request, response),
    );
  }

  listen(port) {
    return new Promise((resolve, reject) => {
      this.#server.once('error', reject);
      this.#server.listen(port, '127.0.0.1', resolve);
    });
  }

  close() {
    this.#server.close();
    this.#server.closeAllConnections?.();
  }

  #answer(request, response) {
    const url = new URL(request.url, 'https://kubelet');
    const match = LOGS.exec(url.pathname);
    if (!match) {
      response
        .writeHead(404)
        .end('simulated kubelet: only container logs are served here\n');
      return;
    }
    const [, namespace, name, container] = match.map(decodeURIComponent);
    const find = () => ({
      pod: this.#pods.find(namespace, name),
      namespace: this.#namespaces.find('', namespace),
      container,
    });
    const found = find();
    if (!found.pod) {
      response.writeHead(404).end(`pod "${name}" not found\n`);
      return;
    }
    const options = optionsOf(url.searchParams);
    const read = readLog(found, { ...options, now: Date.now() });
    if (read.error) {
      response.writeHead(400).end(read.error);
      return;
    }
    response.writeHead(200, { 'content-type': 'text/plain' });
    const steady = steadyLogOf(found);
    if (steady && lifeOf(found, options.previous)) {
      response.flushHeaders();
      writeSteadyLog(response, {
        log: steady,
        options,
        lifeOf: () => {
          const target = find();
          return target.pod && lifeOf(target, options.previous);
        },
      });
      return;
    }
    for (const line of read.lines) response.write(line);
    if (!options.follow) {
      response.end();
      return;
    }
    response.flushHeaders();
    const stop = followLog(find, {
      ...options,
      from: read.until,
      write: line => response.write(line),
      end: () => response.end(),
    });
    response.on('close', stop);
  }
}

function optionsOf(query) {
  const sinceSeconds = query.get('sinceSeconds');
  const sinceTime = query.get('sinceTime');
  const since =
    sinceSeconds !== null
      ? Date.now() - Number(sinceSeconds) * 1000
      : sinceTime && Date.parse(sinceTime);
  return {
    follow: query.get('follow') === 'true',
    previous: query.get('previous') === 'true',
    timestamps: query.get('timestamps') === 'true',
    tail: query.has('tailLines') ? Number(query.get('tailLines')) : undefined,
    limitBytes: query.has('limitBytes')
      ? Number(query.get('limitBytes'))
      : undefined,
    since: since || undefined,
  };
}
