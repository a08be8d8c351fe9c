import { DependencyTree } from '../api/contract';
import { ModuleDependency } from '../module';
import { checkDependency } from './checkDependency';
import { DependencyGraph } from './DependencyGraph';

/** Deeper trees are cut; nobody reads them, and they would not fit into JSON readers. */
const MAX_DEPTH = 100;

/**
 * The tree of what a module depends on, as it stands in one environment. A module
 * that was printed before has no children again; one that is its own ancestor is a
 * `cycle` whose message names it in full. Ends after one look at each module,
 * whatever the graph.
 *
 * @public
 */
export function dependencyTree(
  graph: DependencyGraph,
  root: string,
  options: {
    environment: string;
    /** Name → version deployed there. */
    deployed: ReadonlyMap<string, string>;
  },
): DependencyTree {
  const printed = new Set<string>([root]);
  const node = graph.get(root);

  const children = (
    dependencies: readonly ModuleDependency[],
    path: readonly string[],
  ): DependencyTree[] =>
    dependencies.map(dependency => branch(dependency, path));

  const branch = (
    dependency: ModuleDependency,
    path: readonly string[],
  ): DependencyTree => {
    const { name } = dependency;
    const found = graph.get(name);
    const result = checkDependency(dependency, {
      known: found !== undefined,
      deployed: options.deployed.get(name),
      environment: options.environment,
      dependent: path[path.length - 1],
    });
    const base = {
      ...result,
      ...(found ? { version: found.version } : {}),
      children: [],
    };
    if (path.includes(name)) {
      const cycle = [...path.slice(path.indexOf(name)), name];
      return {
        ...base,
        state: 'cycle',
        message: `Cycle: ${cycle.join(' → ')}`,
      };
    }
    if (!found || found.dependencies.length === 0) return base;
    if (printed.has(name)) {
      // What is wrong with it here may not have been wrong there: ranges differ.
      return result.state === 'satisfied'
        ? { ...base, state: 'repeated' }
        : base;
    }
    if (path.length >= MAX_DEPTH) {
      return {
        ...base,
        message: `${result.message}; what it depends on is not shown: more than ${MAX_DEPTH} levels`,
      };
    }
    printed.add(name);
    return { ...base, children: children(found.dependencies, [...path, name]) };
  };

  const deployed = options.deployed.get(root);
  return {
    name: root,
    ...(node ? { version: node.version } : {}),
    ...(deployed ? { deployed } : {}),
    optional: false,
    state: 'root',
    children: children(node?.dependencies ?? [], [root]),
  };
}
