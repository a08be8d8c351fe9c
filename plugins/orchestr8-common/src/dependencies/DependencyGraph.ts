import { ModuleDependency } from '../module';

/** One module of a graph: its name, version and what it declares. @public */
export interface DependencyNode {
  name: string;
  version: string;
  dependencies: readonly ModuleDependency[];
}

/** Modules by name. @public */
export type DependencyGraph = ReadonlyMap<string, DependencyNode>;

/** Outcome of {@link deploymentWaves}. @public */
export type Waves =
  | { kind: 'ordered'; waves: string[][] }
  /** Names from the first module round to itself again. */
  | { kind: 'cycle'; cycle: string[] };

/**
 * What must be deployed for `roots`, in waves: each wave depends only on earlier
 * ones, so its members may go in parallel. Optional dependencies order, but are
 * not pulled in. Unknown names are left out. Names inside a wave are sorted.
 *
 * @public
 */
export function deploymentWaves(
  graph: DependencyGraph,
  roots: readonly string[],
): Waves {
  const wanted = reachable(graph, roots);
  const waiting = new Map(
    [...wanted].map(name => [
      name,
      new Set(
        graph
          .get(name)!
          .dependencies.map(dependency => dependency.name)
          .filter(dependency => wanted.has(dependency)),
      ),
    ]),
  );
  const waves: string[][] = [];
  while (waiting.size > 0) {
    const wave = [...waiting]
      .filter(([, blockers]) => blockers.size === 0)
      .map(([name]) => name)
      .sort();
    if (wave.length === 0) {
      return { kind: 'cycle', cycle: findCycle(waiting) };
    }
    for (const name of wave) waiting.delete(name);
    for (const blockers of waiting.values()) {
      for (const name of wave) blockers.delete(name);
    }
    waves.push(wave);
  }
  return { kind: 'ordered', waves };
}

function reachable(
  graph: DependencyGraph,
  roots: readonly string[],
): Set<string> {
  const found = new Set<string>();
  const queue = roots.filter(name => graph.has(name));
  for (let name = queue.pop(); name !== undefined; name = queue.pop()) {
    if (found.has(name)) continue;
    found.add(name);
    for (const dependency of graph.get(name)!.dependencies) {
      if (!dependency.optional && graph.has(dependency.name)) {
        queue.push(dependency.name);
      }
    }
  }
  return found;
}

/** Every module here waits for another one here: following any edge must come round. */
function findCycle(
  waiting: ReadonlyMap<string, ReadonlySet<string>>,
): string[] {
  const path: string[] = [];
  let name = [...waiting.keys()].sort()[0];
  while (!path.includes(name)) {
    path.push(name);
    name = [...waiting.get(name)!].sort()[0];
  }
  return [...path.slice(path.indexOf(name)), name];
}
