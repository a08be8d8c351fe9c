import {
  DependencyTree,
  deploymentWaves,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';

/**
 * What a module needs and does not find, in waves: each after what it needs
 * itself, the members of one in parallel. Optional dependencies are left alone.
 */
export function neededWaves(tree: DependencyTree): string[][] {
  const needs = new Map<string, Set<string>>();
  const missing = new Set<string>();
  const visit = (node: DependencyTree) => {
    demandDeployable(node);
    if (node.state === 'missing' || node.state === 'unsuitable') {
      missing.add(node.name);
    }
    const own = needs.get(node.name) ?? new Set<string>();
    needs.set(node.name, own);
    for (const child of node.children) {
      if (child.optional) continue;
      own.add(child.name);
      visit(child);
    }
  };
  visit(tree);

  const ordered = deploymentWaves(
    new Map(
      [...needs].map(([name, own]) => [
        name,
        {
          name,
          version: '',
          dependencies: [...own].map(one => ({ name: one, optional: false })),
        },
      ]),
    ),
    [tree.name],
  );
  if (ordered.kind === 'cycle') {
    throw refused(`These need each other: ${ordered.cycle.join(' → ')}.`);
  }
  return ordered.waves
    .map(wave => wave.filter(name => missing.has(name)))
    .filter(wave => wave.length > 0);
}

function demandDeployable({ name, state, message }: DependencyTree): void {
  if (state === 'unknown-module') {
    throw refused(`The dependency "${name}" is not in the catalog.`, {
      hint: 'Register it, or deploy its folder first.',
    });
  }
  if (state === 'cycle') throw refused(message ?? `"${name}" needs itself.`);
}

const refused = (message: string, options: { hint?: string } = {}) =>
  new CommandError(message, { exitCode: EXIT.refused, ...options });
