import { randomBytes } from 'node:crypto';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import {
  ClusterWriter,
  connectCluster,
  discardNamespace,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { FakeTerminal } from './FakeTerminal';
import { runO8 } from './runO8';

/** A folder of modules made from the shipped template, and the real cluster that they go to. */
export class Mono {
  readonly cluster: ClusterWriter & { close(): Promise<void> };
  private readonly mark = randomBytes(3).toString('hex');

  private constructor(
    readonly folder: string,
    private readonly parts: { kubeconfig: string; renderer: string },
  ) {
    const { kubeconfig } = parts;
    this.cluster = connectCluster({ name: 'test', kubeconfig });
  }

  /** What is needed, or `undefined` when the tests must be skipped. */
  static parts() {
    const kubeconfig = process.env.O8_TEST_KUBECONFIG;
    const renderer = process.env.O8_RENDERER;
    return kubeconfig && renderer ? { kubeconfig, renderer } : undefined;
  }

  static async create(parts: Mono['parts']): Promise<Mono> {
    return new Mono(await mkdtemp(join(tmpdir(), 'o8-mono-')), parts);
  }

  /** A name that no other run has. */
  name(of: string): string {
    return `${of}-${this.mark}`;
  }

  /** A terminal that stands in the folder and knows no portal. */
  terminal(env: Record<string, string> = {}): FakeTerminal {
    const { kubeconfig: KUBECONFIG, renderer: O8_RENDERER } = this.parts;
    return new FakeTerminal({
      cwd: this.folder,
      env: {
        KUBECONFIG,
        O8_RENDERER,
        O8_TEMPLATES: resolve('../../templates'),
        ...env,
      },
    });
  }

  /** Makes a module with further files, and changes to those that it has. */
  async module(
    name: string,
    options: {
      files?: Record<string, string>;
      edit?: (specification: string) => string;
    } = {},
  ): Promise<string> {
    const { files = {}, edit } = options;
    const line = `module init ${name} --template microservice --team a --owner b@example.com`;
    const { code, err } = await runO8(line, { terminal: this.terminal() });
    if (code !== 0) throw new Error(err);
    for (const [path, text] of Object.entries(files)) {
      const file = join(this.folder, name, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text);
    }
    if (edit) {
      const file = join(this.folder, name, 'o8-module.yaml');
      await writeFile(file, edit(await readFile(file, 'utf8')));
    }
    return name;
  }

  /** Whether a namespace is there, and not on its way out. */
  async has(namespace: string): Promise<boolean> {
    const ref = { apiVersion: 'v1', kind: 'Namespace', name: namespace };
    const found = await this.cluster.get(ref);
    return found !== undefined && !found.metadata.deletionTimestamp;
  }

  async remove(namespace: string, module: string): Promise<void> {
    const signal = AbortSignal.timeout(60_000);
    const gone = { name: namespace, module };
    await discardNamespace(this.cluster, gone, { signal });
  }

  async close(): Promise<void> {
    await this.cluster.close();
    await rm(this.folder, { recursive: true });
  }
}
