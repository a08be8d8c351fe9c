import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';

/** How something of the graph stands, from best to worst. */
export type Standing = 'fine' | 'doubtful' | 'wrong';

/** One module. */
export interface GraphNode {
  name: string;
  /** The version that runs, else the one that the catalog knows. */
  version?: string;
  isRoot: boolean;
  standing: Standing;
  /** What is wrong with it, in a word. */
  mark?: string;
}

/** One dependency. */
export interface GraphEdge {
  from: string;
  to: string;
  range?: string;
  optional: boolean;
  standing: Standing;
  mark?: string;
  /** A sentence about it. */
  message?: string;
}

/** A dependency tree as a graph: each module once, in the order in which it is met. */
export interface DependencyDrawing {
  nodes: GraphNode[];
  edges: GraphEdge[];
}

const MARKS: Record<DependencyTree['state'], string | undefined> = {
  root: undefined,
  satisfied: undefined,
  repeated: undefined,
  missing: '✗ missing',
  unsuitable: '✗ unsuitable',
  'unknown-module': '? unknown',
  cycle: '↻ cycle',
};
/** What is the matter with the dependency, and not with the module that it leads to. */
const OF_EDGES: readonly DependencyTree['state'][] = ['cycle'];
const RANK: Record<Standing, number> = { fine: 0, doubtful: 1, wrong: 2 };

export function graphOfTree(tree: DependencyTree): DependencyDrawing {
  const nodes = new Map<string, GraphNode>();
  const edges: GraphEdge[] = [];
  const meet = (tree_: DependencyTree): void => {
    const node = nodeOf(tree_);
    const known = nodes.get(node.name);
    if (!known || RANK[node.standing] > RANK[known.standing]) {
      // What was said first stays where the other says less.
      nodes.set(node.name, {
        ...known,
        ...node,
        isRoot: node.isRoot || known?.isRoot === true,
      });
    }
    for (const child of tree_.children) {
      edges.push(edgeOf(tree_.name, child));
      meet(child);
    }
  };
  meet(tree);
  return { nodes: [...nodes.values()], edges };
}

function nodeOf(tree: DependencyTree): GraphNode {
  const { name, deployed, version, state } = tree;
  const told = deployed ?? version;
  const isOfNode = !OF_EDGES.includes(state);
  const mark = isOfNode ? MARKS[state] : undefined;
  return {
    name,
    ...(told ? { version: told } : {}),
    isRoot: state === 'root',
    standing: isOfNode ? standingOf(tree) : 'fine',
    ...(mark ? { mark } : {}),
  };
}

function edgeOf(from: string, tree: DependencyTree): GraphEdge {
  const { name: to, range, optional, state, message } = tree;
  const mark = MARKS[state];
  return {
    from,
    to,
    optional,
    standing: standingOf(tree),
    ...(range ? { range } : {}),
    ...(mark ? { mark } : {}),
    ...(message ? { message } : {}),
  };
}

/** What is optional and not as it should be is a warning, as everywhere. */
function standingOf({ state, optional }: DependencyTree): Standing {
  if (MARKS[state] === undefined) return 'fine';
  return optional ? 'doubtful' : 'wrong';
}
