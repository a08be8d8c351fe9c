import { parser } from '@prometheus-io/lezer-promql';
import type { SyntaxNode, Tree } from '@lezer/common';
import { AlertProblem } from './AlertProblem';

/** Longer expressions are refused. */
const MAX_LENGTH = 10_000;

interface Insertion {
  at: number;
  text: string;
}

/**
 * Binds every selector of a PromQL expression to a namespace, through its
 * syntax tree: no way of writing a selector escapes.
 */
export function bindPromql(
  expr: string,
  namespace: string,
): { expr: string } | { problem: AlertProblem } {
  if (expr.length > MAX_LENGTH) {
    return refuse(
      'The expression is longer than 10,000 characters.',
      0,
      'Record parts of it as metrics of their own.',
    );
  }
  const tree = parser.parse(expr);
  const broken = firstError(tree);
  if (broken !== undefined) {
    const ended = broken >= expr.trimEnd().length;
    const missing = ended ? unclosed(expr) : '';
    return refuse(
      ended
        ? 'The PromQL expression ends too early.'
        : `The PromQL expression cannot be read from \`${expr
            .slice(broken, broken + 20)
            .trim()}\` on.`,
      Math.min(broken, expr.length),
      missing
        ? `Add \`${missing}\` at the end.`
        : 'Try the expression in Prometheus.',
    );
  }
  const matcher = `namespace="${escaped(namespace)}"`;
  const insertions: Insertion[] = [];
  let foreign: { problem: AlertProblem } | undefined;
  tree.iterate({
    enter: ({ name, node }) => {
      if (name !== 'VectorSelector') return undefined;
      const other = foreignNamespace(node, expr, namespace);
      if (other) {
        foreign ??= refuse(
          `The expression asks for the namespace ${other.text}; an alert sees only the namespace of its module.`,
          other.at,
          'Leave the matcher for `namespace` out; it is added for each environment.',
        );
      }
      insertions.push(insertionFor(node, matcher));
      return false;
    },
  });
  if (foreign) return foreign;
  if (insertions.length === 0) {
    return refuse(
      'The expression selects no metric, so it would be the same for every module.',
      0,
      'Compare a metric, such as `up == 0`.',
    );
  }
  let bound = expr.trim() === expr ? expr : expr.trimEnd();
  for (const { at, text } of insertions.sort((a, b) => b.at - a.at)) {
    bound = bound.slice(0, at) + text + bound.slice(at);
  }
  return { expr: bound.trim() };
}

const refuse = (message: string, index: number, hint: string) => ({
  problem: { code: 'O8141' as const, message, hint, index },
});

function insertionFor(selector: SyntaxNode, matcher: string): Insertion {
  const matchers = selector.getChild('LabelMatchers');
  if (!matchers) return { at: selector.to, text: `{${matcher}}` };
  // Right after the brace: what follows may be empty or end with a comma.
  const empty = matchers.firstChild === null;
  return { at: matchers.from + 1, text: empty ? matcher : `${matcher},` };
}

/** A matcher for exactly one other namespace can never match: say so. */
function foreignNamespace(node: SyntaxNode, expr: string, namespace: string) {
  const matchers = node.getChild('LabelMatchers');
  for (const matcher of matchers?.getChildren('UnquotedLabelMatcher') ?? []) {
    const text = expr.slice(matcher.from, matcher.to);
    const match = /^namespace\s*=\s*(["'`])(.*)\1$/s.exec(text);
    if (match && match[2] !== namespace) {
      return { at: matcher.from, text: `"${match[2]}"` };
    }
  }
  return undefined;
}

function firstError(tree: Tree): number | undefined {
  let first: number | undefined;
  tree.iterate({
    enter: node => {
      if (node.type.isError && first === undefined) first = node.from;
    },
  });
  return first;
}

/** The closing brackets that an expression lacks. */
function unclosed(expr: string): string {
  const closing: Record<string, string> = { '(': ')', '[': ']', '{': '}' };
  const open: string[] = [];
  for (const [bracket] of expr.matchAll(
    /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`[^`]*`|#.*|[()[\]{}]/g,
  )) {
    if (bracket in closing) open.unshift(closing[bracket]);
    else if (open[0] === bracket) open.shift();
  }
  return open.length > 3 ? '' : open.join('');
}

const escaped = (text: string) =>
  text.replaceAll('\\', '\\\\').replaceAll('"', '\\"');
