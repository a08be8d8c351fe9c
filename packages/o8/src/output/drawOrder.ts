import {
  DependencyTree,
  deploymentWaves,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { graphOfTree } from './svg/graphOfTree';

/** In which order the modules of a tree can be deployed, those between two arrows at the same time. */
export function drawOrder(tree: DependencyTree): string {
  const { nodes, edges } = graphOfTree(tree);
  const graph = new Map(
    nodes.map(({ name }) => [
      name,
      {
        name,
        version: '',
        dependencies: edges
          .filter(({ from }) => from === name)
          .map(({ to, optional }) => ({ name: to, optional })),
      },
    ]),
  );
  const order = deploymentWaves(graph, [tree.name]);
  return order.kind === 'ordered'
    ? `Order: ${order.waves.map(wave => wave.join(', ')).join(' → ')}\n`
    : `There is no order: ${order.cycle.join(' → ')}\n`;
}
