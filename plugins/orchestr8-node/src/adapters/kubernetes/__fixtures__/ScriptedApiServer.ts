import { once } from 'node:events';
import { createServer, IncomingMessage, ServerResponse } from 'node:http';
import { AddressInfo, Socket } from 'node:net';

type Answer = (response: ServerResponse) => void;

const CONFIG_MAPS = {
  resource: 'configmaps',
  responseKind: { group: '', version: 'v1', kind: 'ConfigMap' },
  scope: 'Namespaced',
};

const discovery = (resources: unknown[]) => ({
  kind: 'APIGroupDiscoveryList',
  items: [{ metadata: {}, versions: [{ version: 'v1', resources }] }],
});

/** An API server that knows one kind, ConfigMap, and answers as a test scripts it: for what a real one cannot be made to do. */
export class ScriptedApiServer {
  /** Requests seen, `METHOD path?query`. */
  readonly seen: string[] = [];
  private readonly server = createServer((request, response) =>
    this.answer(request, response),
  );

  private readonly sockets = new Set<Socket>();

  private constructor(private readonly script: Answer[]) {
    this.server.on('connection', socket => this.sockets.add(socket));
  }

  /** Answers the requests in the order of the script; what comes after is left without an answer. */
  static async start(script: Answer[]): Promise<ScriptedApiServer> {
    const api = new ScriptedApiServer(script);
    api.server.listen(0, '127.0.0.1');
    await once(api.server, 'listening');
    return api;
  }

  get kubeconfigText(): string {
    const { port } = this.server.address() as AddressInfo;
    return `
apiVersion: v1
kind: Config
clusters: [{ name: c, cluster: { server: "http://127.0.0.1:${port}", insecure-skip-tls-verify: true } }]
users: [{ name: u, user: { token: t } }]
contexts: [{ name: c, context: { cluster: c, user: u } }]
current-context: c`;
  }

  async close(): Promise<void> {
    const closed = once(this.server, 'close');
    this.server.close();
    // Not closeAllConnections: it passes over those that the client has left.
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  private answer(request: IncomingMessage, response: ServerResponse): void {
    const url = request.url ?? '';
    if (url === '/version') return json({ gitVersion: 'v1.36.3' })(response);
    if (url === '/apis') return json(discovery([]))(response);
    if (url === '/api') return json(discovery([CONFIG_MAPS]))(response);
    this.seen.push(`${request.method} ${url}`);
    this.script.shift()?.(response);
    return undefined;
  }
}

/** A whole answer. */
export function json(
  body: unknown,
  options: { status?: number; headers?: Record<string, string> } = {},
): Answer {
  return response => {
    response.writeHead(options.status ?? 200, {
      'content-type': 'application/json',
      ...options.headers,
    });
    response.end(JSON.stringify(body));
  };
}

/** A list of ConfigMaps, `name` → resource version. */
export function list(
  version: string,
  objects: Record<string, string>,
  more: { continue?: string } = {},
): Answer {
  return json({
    metadata: { resourceVersion: version, ...more },
    items: Object.entries(objects).map(([name, resourceVersion]) => ({
      metadata: { name, namespace: 'ns', resourceVersion },
    })),
  });
}

/** Watch lines; then the connection stays open, is ended, or is cut. */
export function watch(
  lines: { type: string; object: unknown }[],
  then: 'open' | 'end' | 'cut' = 'open',
): Answer {
  return response => {
    response.writeHead(200, { 'content-type': 'application/json' });
    response.flushHeaders();
    for (const line of lines) response.write(`${JSON.stringify(line)}\n`);
    if (then === 'end') response.end();
    if (then === 'cut') setImmediate(() => response.destroy());
  };
}

/** One ConfigMap in a watch line. */
export function configMapAt(name: string, resourceVersion: string) {
  return {
    apiVersion: 'v1',
    kind: 'ConfigMap',
    metadata: { name, namespace: 'ns', resourceVersion },
  };
}
