import { ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { connectCluster } from '../connectCluster';

const TOKEN = 'test-administrator';

/** A real API server with its own etcd, and nothing else, that a test can kill and start again. */
export class OwnApiServer {
  private api?: ChildProcess;

  private constructor(
    private readonly binary: string,
    private readonly where: { folder: string; ports: number[] },
    private readonly etcd: ChildProcess,
  ) {}

  /** @param binary - The playground's: etcd and API server are in it. */
  static async start(binary: string): Promise<OwnApiServer> {
    const folder = await mkdtemp(join(tmpdir(), 'o8-api-server-'));
    const ports = [await freePort(), await freePort(), await freePort()];
    const [client, peer] = ports.map(port => `http://127.0.0.1:${port}`);
    const { publicKey, privateKey } = generateKeyPairSync('rsa', {
      modulusLength: 2048,
      publicKeyEncoding: { type: 'spki', format: 'pem' },
      privateKeyEncoding: { type: 'pkcs1', format: 'pem' },
    });
    await writeFile(join(folder, 'accounts.pub'), publicKey);
    await writeFile(join(folder, 'accounts.key'), privateKey);
    await writeFile(
      join(folder, 'tokens.csv'),
      `${TOKEN},administrator,administrator,"system:masters"\n`,
    );
    const etcd = component(binary, [
      'etcd',
      '--name=own',
      `--data-dir=${join(folder, 'etcd')}`,
      `--listen-client-urls=${client}`,
      `--advertise-client-urls=${client}`,
      `--listen-peer-urls=${peer}`,
      `--initial-advertise-peer-urls=${peer}`,
      `--initial-cluster=own=${peer}`,
      '--unsafe-no-fsync',
      '--log-level=error',
    ]);
    const server = new OwnApiServer(binary, { folder, ports }, etcd);
    await server.run();
    return server;
  }

  get kubeconfigText(): string {
    const [, , port] = this.where.ports;
    return JSON.stringify({
      apiVersion: 'v1',
      kind: 'Config',
      'current-context': 'own',
      clusters: [
        {
          name: 'own',
          cluster: {
            server: `https://127.0.0.1:${port}`,
            'insecure-skip-tls-verify': true,
          },
        },
      ],
      users: [{ name: 'own', user: { token: TOKEN } }],
      contexts: [{ name: 'own', context: { cluster: 'own', user: 'own' } }],
    });
  }

  /** Starts the API server, and waits until it is ready. */
  async run(): Promise<void> {
    const { folder, ports } = this.where;
    const [etcd, , port] = ports;
    const api = component(this.binary, [
      'kube-apiserver',
      `--etcd-servers=http://127.0.0.1:${etcd}`,
      '--bind-address=127.0.0.1',
      `--secure-port=${port}`,
      `--cert-dir=${join(folder, 'certificates')}`,
      `--token-auth-file=${join(folder, 'tokens.csv')}`,
      '--service-account-issuer=https://kubernetes.default.svc',
      `--service-account-key-file=${join(folder, 'accounts.pub')}`,
      `--service-account-signing-key-file=${join(folder, 'accounts.key')}`,
      '--service-cluster-ip-range=10.96.0.0/16',
      '--endpoint-reconciler-type=none',
      '--disable-admission-plugins=ServiceAccount',
      '--authorization-mode=RBAC',
      '--profiling=false',
    ]);
    this.api = api;
    const cluster = connectCluster({
      name: 'own',
      kubeconfigText: this.kubeconfigText,
    });
    const system = { apiVersion: 'v1', kind: 'Namespace', name: 'kube-system' };
    let ready = false;
    while (!ready) {
      if (api.exitCode !== null) throw new Error('The API server ended.');
      ready = await cluster.get(system).then(Boolean, () => false);
    }
    await cluster.close();
  }

  /** Kills the API server, as a machine that goes down would; what it stored stays. */
  async kill(): Promise<void> {
    await ended(this.api);
  }

  async close(): Promise<void> {
    await ended(this.api);
    await ended(this.etcd);
    await rm(this.where.folder, { recursive: true, force: true });
  }
}

/** Ends with this process too: it watches its standard input. */
function component(binary: string, args: string[]): ChildProcess {
  return spawn(binary, args, {
    stdio: ['pipe', 'ignore', 'ignore'],
    env: { PATH: process.env.PATH, PLAYGROUND_WATCH_STDIN: '1' },
  });
}

async function ended(child: ChildProcess | undefined): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill('SIGKILL');
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
