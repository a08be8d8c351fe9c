import { MODULE_LIMITS } from '@orchestr8/backstage-plugin-orchestr8-common';
import { setImmediate } from 'timers/promises';
import { Changed, ModuleSource, SourceScan } from '../ModuleSource';
import { SourceUnreadableError } from '../SourceUnreadableError';
import { FoundByTree, findModules, ModuleTree } from './findModules';
import { GitCheckout, isSafePath } from './GitCheckout';
import { GitCommit, GitRepository } from './GitRepository';
import { TreeRefusedError } from './TreeFiles';

/** The specification is larger than any reader accepts (language §1). */
const MOST_BYTES = MODULE_LIMITS.yamlBytes + 1;

/** The modules in one branch or tag of a repository, as they are committed. */
export class GitSource implements ModuleSource {
  readonly id: string;
  readonly description: string;
  private found: FoundByTree = new Map();
  /** Path of a module → hash of its tree, as checked out. */
  private trees: ReadonlyMap<string, string> = new Map();
  private last?: { commit: string; scan: SourceScan };

  constructor(
    private readonly options: {
      id: string;
      /** For people, without credentials. */
      description: string;
      repository: GitRepository;
      checkout: GitCheckout;
      /** How many levels below the repository modules may stand. */
      depth: number;
      /** Absent: nobody says when something changes. */
      watch?: ModuleSource['watch'];
    },
  ) {
    this.id = options.id;
    this.description = options.description;
  }

  /** Whatever was asked for: a commit is one thing. */
  async read(_changed: Changed): Promise<SourceScan> {
    try {
      const commit = await this.options.repository.head();
      if (this.last?.commit === commit.hash) return this.last.scan;
      const scan = await this.scan(commit);
      this.last = { commit: commit.hash, scan };
      return scan;
    } catch (cause) {
      throw new SourceUnreadableError(
        `${this.description}: ${(cause as Error).message}`,
        { cause },
      );
    }
  }

  async watch(
    onChange: (changed: Changed) => void,
    onBlind: (reason: string) => void,
  ) {
    return this.options.watch?.(onChange, onBlind) ?? (async () => {});
  }

  private async scan(commit: GitCommit): Promise<SourceScan> {
    const { checkout, depth } = this.options;
    const { modules, found } = await findModules(commit, {
      depth,
      before: this.found,
    });
    const scan: SourceScan = {
      scope: 'all',
      texts: new Map(),
      unreadable: new Map(),
      refused: new Map(),
      complete: true,
      certain: true,
    };
    await checkout.retain(modules);
    for (const module of modules) await this.add(module, { commit, scan });
    await checkout.clear(modules);
    this.found = found;
    this.trees = new Map(modules.map(({ path, tree }) => [path, tree]));
    const texts = [...scan.texts].sort(([a], [b]) => (a < b ? -1 : 1));
    return { ...scan, texts: new Map(texts) };
  }

  private async add(
    module: ModuleTree,
    { commit, scan }: { commit: GitCommit; scan: SourceScan },
  ) {
    const { checkout } = this.options;
    const path = checkout.specificationOf(module);
    const { specification } = module;
    if (!specification || !isSafePath(module.path)) {
      scan.refused.set(
        path,
        `"${module.path}" in ${this.description} is no module: its path or its o8-module.yaml is a link or has a name that not every system can write.`,
      );
      return;
    }
    const before = this.last?.scan.texts.get(path);
    if (before && this.trees.get(module.path) === module.tree) {
      scan.texts.set(path, before);
      return;
    }
    const bytes = await commit.file(specification);
    const text = Buffer.from(bytes.subarray(0, MOST_BYTES)).toString('utf8');
    try {
      await checkout.put(module, commit);
      scan.texts.set(path, { text });
    } catch (error) {
      if (!(error instanceof TreeRefusedError)) throw error;
      await checkout.remove(module);
      scan.texts.set(path, { text, problems: [error.problem] });
    }
    await setImmediate();
  }
}
