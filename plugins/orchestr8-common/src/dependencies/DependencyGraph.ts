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
 * ones, so its members may go in parallel. Optional dependencies are not pulled
 * in; they order, unless that would make a cycle. Unknown names are left out.
 * Names inside a wave are sorted. Takes time in proportion to the graph.
 *
 * @public
 */
export function deploymentWaves(
  graph: DependencyGraph,
  roots: readonly string[],
): Waves {
  const wanted = reachable(graph, roots);
  const all = order(
    wanted,
    blockersOf(graph, wanted, () => true),
  );
  if (all.kind === 'ordered') return all;
  const binding = (dependency: ModuleDependency) => !dependency.optional;
  return order(wanted, blockersOf(graph, wanted, binding));
}

type Blockers = ReadonlyMap<string, ReadonlySet<string>>;

/** For each module the ones that must be there before it. */
function blockersOf(
  graph: DependencyGraph,
  wanted: ReadonlySet<string>,
  counts: (dependency: ModuleDependency) => boolean,
): Blockers {
  return new Map(
    [...wanted].map(name => [
      name,
      new Set(
        graph
          .get(name)!
          .dependencies.filter(counts)
          .map(dependency => dependency.name)
          .filter(dependency => wanted.has(dependency)),
      ),
    ]),
  );
}

function order(wanted: ReadonlySet<string>, blockers: Blockers): Waves {
  const dependents = new Map<string, string[]>();
  const open = new Map<string, number>();
  for (const name of wanted) {
    const own = blockers.get(name)!;
    open.set(name, own.size);
    for (const blocker of own) {
      const list = dependents.get(blocker);
      if (list) list.push(name);
      else dependents.set(blocker, [name]);
    }
  }
  const waves: string[][] = [];
  let wave = [...wanted].filter(name => open.get(name) === 0).sort();
  let placed = 0;
  while (wave.length > 0) {
    waves.push(wave);
    placed += wave.length;
    const next: string[] = [];
    for (const name of wave) {
      for (const dependent of dependents.get(name) ?? []) {
        const left = open.get(dependent)! - 1;
        open.set(dependent, left);
        if (left === 0) next.push(dependent);
      }
    }
    wave = next.sort();
  }
  if (placed === wanted.size) return { kind: 'ordered', waves };
  const stuck = new Set([...wanted].filter(name => open.get(name)! > 0));
  return { kind: 'cycle', cycle: findCycle(stuck, blockers) };
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
function findCycle(stuck: ReadonlySet<string>, blockers: Blockers): string[] {
  const places = new Map<string, number>();
  const path: string[] = [];
  let name = [...stuck].sort()[0];
  while (!places.has(name)) {
    places.set(name, path.length);
    path.push(name);
    name = [...blockers.get(name)!].filter(other => stuck.has(other)).sort()[0];
  }
  return [...path.slice(places.get(name)), name];
}
