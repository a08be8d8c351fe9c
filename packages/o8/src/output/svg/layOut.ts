import { graphlib, layout } from '@dagrejs/dagre';
import { DependencyDrawing, GraphEdge, GraphNode } from './graphOfTree';

/** Pixels. */
export interface Point {
  x: number;
  y: number;
}

/** A box around its middle. */
export interface Box extends Point {
  width: number;
  height: number;
}

/** Where everything goes. */
export interface LaidOut {
  width: number;
  height: number;
  nodes: { node: GraphNode; lines: string[]; box: Box }[];
  edges: { edge: GraphEdge; label: string; box: Box; points: Point[] }[];
}

/** Measures of the text: of one width for every letter, so that no font must be asked. */
export const TEXT = { size: 13, letter: 8, line: 18 } as const;
const MARGIN = 16;
const PADDING = { x: 12, y: 8 } as const;

/** Gives every module and dependency its place, from left to right; the same graph has the same places. */
export function layOut({ nodes, edges }: DependencyDrawing): LaidOut {
  const graph = new graphlib.Graph({ multigraph: true });
  graph.setGraph({
    rankdir: 'LR',
    nodesep: 24,
    ranksep: 48,
    marginx: MARGIN,
    marginy: MARGIN,
  });
  const boxes = nodes.map(node => ({ node, lines: linesOf(node) }));
  // Names are anybody's, and `__proto__` is one: the library gets numbers.
  const ids = new Map(nodes.map(({ name }, index) => [name, `n${index}`]));
  const id = (name: string) => ids.get(name)!;
  for (const { node, lines } of boxes) {
    graph.setNode(id(node.name), sizeOf(lines, PADDING));
  }
  const labels = edges.map(edge => ({ edge, label: labelOf(edge) }));
  for (const [index, { edge, label }] of labels.entries()) {
    const size = label ? sizeOf([label], { x: 6, y: 3 }) : {};
    const how = { ...size, labelpos: 'c' };
    graph.setEdge(id(edge.from), id(edge.to), how, String(index));
  }
  layout(graph);
  const { width = 0, height = 0 } = graph.graph();
  return {
    width,
    height,
    nodes: boxes.map(it => ({ ...it, box: graph.node(id(it.node.name)) })),
    edges: labels.map(({ edge, label }, index) => {
      const placed = graph.edge({
        v: id(edge.from),
        w: id(edge.to),
        name: String(index),
      });
      const { x = 0, y = 0, points } = placed;
      return {
        edge,
        label,
        box: { x, y, ...sizeOf([label], { x: 6, y: 3 }) },
        points,
      };
    }),
  };
}

function linesOf({ name, version, mark }: GraphNode): string[] {
  return [name, ...(version ? [version] : []), ...(mark ? [mark] : [])];
}

function labelOf({ range, optional, mark }: GraphEdge): string {
  return [range, optional ? '(optional)' : undefined, mark]
    .filter(Boolean)
    .join(' ');
}

function sizeOf(lines: readonly string[], padding: { x: number; y: number }) {
  const longest = Math.max(...lines.map(line => Array.from(line).length));
  return {
    width: longest * TEXT.letter + 2 * padding.x,
    height: lines.length * TEXT.line + 2 * padding.y,
  };
}
