import { execFile, execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';

import { Supervised } from '../Supervised.mjs';

/**
 * A private PostgreSQL for tests on a loopback port. It refuses to run as
 * root: then it runs as the user `postgres`. `guard` is the playground's
 * binary, which takes the server along when this process dies.
 */
export class Postgres {
  #process;
  #folder;
  #options;

  constructor({ server, port, guard, logFile }) {
    this.#options = { server, port, guard, logFile };
  }

  get url() {
    return `postgresql://postgres@127.0.0.1:${this.#options.port}/postgres`;
  }

  async start() {
    const { server, port, guard, logFile } = this.#options;
    this.#folder = mkdtempSync(path.join(os.tmpdir(), 'orchestr8-postgres-'));
    const as = asUser(this.#folder);
    const data = path.join(this.#folder, 'data');
    const initdb = path.join(path.dirname(server), 'initdb');
    const init = [
      ...as,
      initdb,
      '-D',
      data,
      '-U',
      'postgres',
      '-A',
      'trust',
      '--no-sync',
      '-E',
      'UTF8',
      '--locale=C',
    ];
    await promisify(execFile)(init[0], init.slice(1), { cwd: this.#folder });
    const settings = [
      `port=${port}`,
      'listen_addresses=127.0.0.1',
      `unix_socket_directories=${this.#folder}`,
      'fsync=off',
      'max_connections=200',
    ];
    this.#process = new Supervised({
      name: 'PostgreSQL',
      command: guard,
      args: [
        'guard',
        ...as,
        server,
        '-D',
        data,
        ...settings.flatMap(setting => ['-c', setting]),
      ],
      cwd: this.#folder,
      env: process.env,
      logFile,
      untilReady: isAlive => this.#untilReady(isAlive),
      onFailure: error => console.error(error.message),
    });
    await this.#process.start();
  }

  async #untilReady(isAlive) {
    const { server, port } = this.#options;
    const check = path.join(path.dirname(server), 'pg_isready');
    for (let attempt = 0; attempt < 150 && isAlive(); attempt++) {
      try {
        await promisify(execFile)(check, [
          '-h',
          '127.0.0.1',
          '-p',
          String(port),
        ]);
        return;
      } catch {
        await new Promise(resolve => setTimeout(resolve, 200));
      }
    }
    throw new Error('PostgreSQL does not get ready');
  }

  async stop() {
    await this.#process?.stop();
    if (this.#folder) rmSync(this.#folder, { recursive: true, force: true });
  }
}

function asUser(folder) {
  if (process.getuid() !== 0) return [];
  const id = flag =>
    Number(execFileSync('id', [flag, 'postgres'], { encoding: 'utf8' }));
  execFileSync('chown', [`${id('-u')}:${id('-g')}`, folder]);
  chmodSync(folder, 0o700);
  return [
    'setpriv',
    `--reuid=${id('-u')}`,
    `--regid=${id('-g')}`,
    '--clear-groups',
  ];
}
