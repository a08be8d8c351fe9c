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

/** A dependency tree as a Graphviz digraph; what is wrong is red and says so. @public */
export function drawDot(tree: DependencyTree): string {
  const marked = new Map(wrong(tree).map(node => [node.name, node]));
  const nodes = [...marked.values()].map(
    node =>
      `  ${quote(node.name)} [color=red, tooltip=${quote(
        node.message ?? node.state,
      )}];`,
  );
  const lines = edges(tree).map(({ from, to }) => {
    const style = to.optional ? ', style=dashed' : '';
    const color = isWrong(to) ? ', color=red' : '';
    return `  ${quote(from)} -> ${quote(to.name)} [label=${quote(
      edgeLabel(to),
    )}${style}${color}];`;
  });
  return [`digraph ${quote(tree.name)} {`, ...nodes, ...lines, '}'].join('\n');
}

/** A dependency tree as a Mermaid flowchart; what is wrong has the class `wrong`. @public */
export function drawMermaid(tree: DependencyTree): string {
  // Names such as "end" mean something to Mermaid: they stand only in labels.
  const ids = new Map<string, string>();
  const id = (name: string) => {
    const known = ids.get(name);
    if (known) return known;
    const fresh = `m${ids.size}`;
    ids.set(name, fresh);
    return `${fresh}[${quote(name)}]`;
  };
  const lines = edges(tree).map(({ from, to }) => {
    const arrow = to.optional ? '-.->' : '-->';
    const written = edgeLabel(to);
    const mark = written ? `|${quote(written)}|` : '';
    return `  ${id(from)} ${arrow}${mark} ${id(to.name)}`;
  });
  if (lines.length === 0) lines.push(`  ${id(tree.name)}`);
  const marked = [...new Set(wrong(tree).map(node => ids.get(node.name)))];
  return [
    'flowchart LR',
    ...lines,
    ...(marked.length
      ? [
          `  class ${marked.join(',')} wrong`,
          '  classDef wrong stroke:#d32f2f,stroke-width:2px',
        ]
      : []),
  ].join('\n');
}

const isWrong = ({ state }: DependencyTree) =>
  ['missing', 'unsuitable', 'unknown-module', 'cycle'].includes(state);

function wrong(tree: DependencyTree): DependencyTree[] {
  return [
    ...(isWrong(tree) ? [tree] : []),
    ...tree.children.flatMap(child => wrong(child)),
  ];
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

/** What is asked for, and in a word what is wrong with it. */
function edgeLabel(node: DependencyTree): string {
  return [node.range, isWrong(node) ? MARKS[node.state] : undefined]
    .filter(Boolean)
    .join(' ');
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
