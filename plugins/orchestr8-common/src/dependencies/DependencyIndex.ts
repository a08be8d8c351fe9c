import { DependencyResult } from '../deployment';
import { ModuleDependency } from '../module';
import { checkDependency, isSuitable } from './checkDependency';
import { VersionDemand } from './chooseVersion';
import {
  DependencyGraph,
  DependencyNode,
  deploymentWaves,
  Waves,
} from './DependencyGraph';

/** One environment, as a {@link DependencyIndex} starts from it. @public */
export interface DependencyState {
  environment: string;
  /** Name → version deployed there. */
  deployed: ReadonlyMap<string, string>;
  /** Name → versions that are released, for explanations. */
  released?: ReadonlyMap<string, readonly string[]>;
}

/**
 * How all modules stand to each other in one environment, kept up to date: a
 * change costs what it touches, not what there is. Explanations are worked out
 * when they are asked for.
 *
 * @public
 */
export class DependencyIndex {
  private readonly nodes: Map<string, DependencyNode>;
  private readonly deployed: Map<string, string>;
  private readonly state: DependencyState;
  /** Name → names of the modules that declare it. */
  private readonly dependents = new Map<string, Set<string>>();
  /** Names of modules of which a dependency that is not optional does not hold. */
  private readonly broken = new Set<string>();
  private order: Waves | undefined;

  constructor(graph: DependencyGraph, state: DependencyState) {
    this.nodes = new Map(graph);
    this.deployed = new Map(state.deployed);
    this.state = state;
    for (const node of graph.values()) this.link(node);
    for (const node of graph.values()) this.judge(node);
  }

  /** All modules in waves, see {@link deploymentWaves}; worked out again only when what is declared has changed. */
  waves(): Waves {
    this.order ??= deploymentWaves(this.nodes, [...this.nodes.keys()]);
    return this.order;
  }

  /** Names of the modules that cannot run as they are: something that they need is absent or unsuitable. Sorted. */
  unfulfilled(): string[] {
    return [...this.broken].sort();
  }

  /** How each dependency of a module stands, explained; empty for an unknown module. */
  check(name: string): DependencyResult[] {
    const node = this.nodes.get(name);
    return (node?.dependencies ?? []).map(dependency =>
      checkDependency(dependency, {
        known: this.nodes.has(dependency.name),
        deployed: this.deployed.get(dependency.name),
        environment: this.state.environment,
        dependent: name,
        released: this.state.released?.get(dependency.name),
        others: this.demands(dependency.name).filter(({ by }) => by !== name),
      }),
    );
  }

  /** What the modules that run in the environment ask of a module. */
  demands(name: string): VersionDemand[] {
    const demands: VersionDemand[] = [];
    for (const by of this.dependents.get(name) ?? []) {
      if (!this.deployed.has(by)) continue;
      for (const { version, optional } of this.edges(by, name)) {
        demands.push({ by, range: version, optional });
      }
    }
    return demands;
  }

  /**
   * A module runs in another version, or no more (`undefined`).
   *
   * @returns the names of the modules that this breaks or mends, sorted
   */
  deploy(name: string, version: string | undefined): string[] {
    if (version === undefined) this.deployed.delete(name);
    else this.deployed.set(name, version);
    return this.judgeAgain(this.dependents.get(name) ?? []);
  }

  /**
   * A module declares something else, in the catalog's view; `undefined` for a
   * module that is gone.
   *
   * @returns the names of the modules that this breaks or mends, sorted
   */
  declare(name: string, node: DependencyNode | undefined): string[] {
    const before = this.nodes.get(name);
    for (const dependency of before?.dependencies ?? []) {
      this.dependents.get(dependency.name)?.delete(name);
    }
    if (node) {
      this.nodes.set(name, node);
      this.link(node);
    } else {
      this.nodes.delete(name);
    }
    if (!before || !node || !sameEdges(before, node)) this.order = undefined;
    return this.judgeAgain([name, ...(this.dependents.get(name) ?? [])]);
  }

  private link({ name, dependencies }: DependencyNode) {
    for (const dependency of dependencies) {
      const known = this.dependents.get(dependency.name);
      if (known) known.add(name);
      else this.dependents.set(dependency.name, new Set([name]));
    }
  }

  private judgeAgain(names: Iterable<string>): string[] {
    const changed: string[] = [];
    for (const name of names) {
      const before = this.broken.has(name);
      const node = this.nodes.get(name);
      if (node) this.judge(node);
      else this.broken.delete(name);
      if (this.broken.has(name) !== before) changed.push(name);
    }
    return changed.sort();
  }

  private judge({ name, dependencies }: DependencyNode) {
    if (dependencies.every(dependency => this.holds(dependency))) {
      this.broken.delete(name);
    } else {
      this.broken.add(name);
    }
  }

  private holds({ name, version, optional }: ModuleDependency): boolean {
    if (optional) return true;
    const deployed = this.deployed.get(name);
    return deployed !== undefined && isSuitable(deployed, version);
  }

  private edges(from: string, to: string): ModuleDependency[] {
    return (this.nodes.get(from)?.dependencies ?? []).filter(
      ({ name }) => name === to,
    );
  }
}

/** Whether two declarations order the same modules. */
function sameEdges(one: DependencyNode, other: DependencyNode): boolean {
  return (
    one.dependencies.length === other.dependencies.length &&
    one.dependencies.every(
      ({ name, optional }, index) =>
        name === other.dependencies[index].name &&
        optional === other.dependencies[index].optional,
    )
  );
}
