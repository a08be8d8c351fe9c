import { execFileSync, spawn } from 'child_process';
import { createServer, IncomingMessage, Server, ServerResponse } from 'http';
import { AddressInfo } from 'net';
import { join } from 'path';

/** The bare repositories of a folder over smart HTTP on loopback, by git's own `http-backend`. */
export class GitServer {
  private server?: Server;
  private readonly backend: string;
  /** When set, callers must bring it, as `user:password`. */
  credentials?: string;

  constructor(private readonly folder: string) {
    const path = execFileSync('git', ['--exec-path'], { encoding: 'utf8' });
    this.backend = join(path.trim(), 'git-http-backend');
  }

  /** @returns URL of the folder; the port stays the same when it is started again. */
  async start(port = 0): Promise<string> {
    const server = createServer((request, response) =>
      this.answer(request, response),
    );
    this.server = server;
    await new Promise<void>(resolve =>
      server.listen(port, '127.0.0.1', resolve),
    );
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    const { server } = this;
    if (!server) return;
    this.server = undefined;
    server.closeAllConnections();
    await new Promise(resolve => server.close(resolve));
  }

  private answer(request: IncomingMessage, response: ServerResponse) {
    const wanted =
      this.credentials &&
      `Basic ${Buffer.from(this.credentials).toString('base64')}`;
    if (wanted && request.headers.authorization !== wanted) {
      response.writeHead(401, { 'www-authenticate': 'Basic realm="git"' });
      response.end();
      return;
    }
    const [path, query = ''] = (request.url ?? '').split('?');
    const child = spawn(this.backend, {
      env: {
        PATH: process.env.PATH,
        GIT_PROJECT_ROOT: this.folder,
        GIT_HTTP_EXPORT_ALL: '1',
        PATH_INFO: path,
        QUERY_STRING: query,
        REQUEST_METHOD: request.method,
        CONTENT_TYPE: request.headers['content-type'] ?? '',
        GIT_PROTOCOL: String(request.headers['git-protocol'] ?? ''),
      },
    });
    request.pipe(child.stdin);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    child.on('close', () => respond(response, Buffer.concat(chunks)));
  }
}

/** Of a CGI program's answer: its headers, then what is below the empty line. */
function respond(response: ServerResponse, answer: Buffer) {
  const end = answer.indexOf('\r\n\r\n');
  const headers = answer
    .toString('latin1', 0, end)
    .split('\r\n')
    .map(line => line.split(/: (.*)/s));
  for (const [name, value] of headers) {
    if (name.toLocaleLowerCase('en-US') === 'status') {
      response.statusCode = Number.parseInt(value, 10);
    } else {
      response.setHeader(name, value);
    }
  }
  response.end(answer.subarray(end + 4));
}
