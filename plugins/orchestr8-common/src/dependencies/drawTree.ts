import { DependencyTree } from '../api/contract';

const MARKS: Record<DependencyTree['state'], string> = {
  root: '',
  satisfied: '✓',
  missing: '✗ missing',
  unsuitable: '✗ unsuitable',
  'unknown-module': '? unknown',
  cycle: '↻ cycle',
  repeated: '↑ see above',
};

/** A dependency tree as lines of text, without a trailing line break. @public */
export function drawTree(tree: DependencyTree): string {
  const lines = [label(tree)];
  const draw = (nodes: readonly DependencyTree[], indent: string) =>
    nodes.forEach((node, index) => {
      const last = index === nodes.length - 1;
      lines.push(`${indent}${last ? '└─ ' : '├─ '}${label(node)}`);
      draw(node.children, `${indent}${last ? '   ' : '│  '}`);
    });
  draw(tree.children, '');
  return lines.join('\n');
}

/** A dependency tree as a Graphviz digraph. @public */
export function drawDot(tree: DependencyTree): string {
  const lines = edges(tree).map(
    ({ from, to }) =>
      `  ${quote(from)} -> ${quote(to.name)} [label=${quote(to.range ?? '')}${
        to.optional ? ', style=dashed' : ''
      }];`,
  );
  return [`digraph ${quote(tree.name)} {`, ...lines, '}'].join('\n');
}

/** A dependency tree as a Mermaid flowchart. @public */
export function drawMermaid(tree: DependencyTree): string {
  const lines = edges(tree).map(({ from, to }) => {
    const arrow = to.optional ? '-.->' : '-->';
    const range = to.range ? `|${quote(to.range)}|` : '';
    return `  ${from} ${arrow}${range} ${to.name}`;
  });
  return ['flowchart LR', ...lines].join('\n');
}

function label(node: DependencyTree): string {
  const range = node.range ? ` ${node.range}` : '';
  const version = node.deployed ?? node.version;
  const mark = MARKS[node.state] ? `  ${MARKS[node.state]}` : '';
  const optional = node.optional ? ' (optional)' : '';
  const message =
    node.message && !['satisfied', 'repeated'].includes(node.state)
      ? `: ${node.message}`
      : '';
  return `${node.name}${range}${
    version ? ` [${version}]` : ''
  }${optional}${mark}${message}`;
}

function edges(tree: DependencyTree): { from: string; to: DependencyTree }[] {
  return tree.children.flatMap(child => [
    { from: tree.name, to: child },
    ...edges(child),
  ]);
}

function quote(text: string): string {
  return JSON.stringify(text);
}
