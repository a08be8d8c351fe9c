import { DependencyTree } from '../api/contract';
import { ModuleDependency } from '../module';
import { checkDependency } from './checkDependency';
import { DependencyGraph } from './DependencyGraph';

/**
 * The tree of what a module depends on, as it stands in one environment. A module
 * that was printed before has no children again; one that is its own ancestor is a
 * `cycle` whose message names it in full.
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
    if (printed.has(name)) return { ...base, state: 'repeated' };
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
