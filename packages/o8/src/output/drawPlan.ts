import {
  Change,
  ChangeAction,
  FieldChange,
  FieldTakenOver,
  formatObjectRef,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { drawProblems } from './drawProblems';
import { Style, toned } from './Style';

const SYMBOLS: Record<ChangeAction, string> = {
  create: '+',
  update: '~',
  delete: '-',
  unchanged: '=',
  skip: '·',
};

/** A whole plan for a person: what changes, field by field, what it met, and why it is refused if it is. */
export function drawPlan(plan: Plan, style: Style): string {
  const from = plan.promotedFrom ? ` promoted from ${plan.promotedFrom}` : '';
  const replaces = plan.replaces ? `, replaces ${plan.replaces.version}` : '';
  const lines = [
    `${title(plan, style)}${from} → ${style.bold(plan.environment)} (cluster ${
      plan.cluster
    }, namespace ${plan.namespace}${replaces})${
      plan.delivery === 'argocd' ? ' by Argo CD' : ''
    }`,
    '',
    ...plan.changes.flatMap(change => drawChange(change, style, plan)),
    summary(plan.changes),
    ...drawNotes(plan, style),
    ...drawRefusals(plan, style),
    `Plan ${plan.hash}`,
  ];
  return `${lines.join('\n')}\n`;
}

/** A rollback and a deletion say so; a deployment goes without saying. */
function title({ kind, module, version }: Plan, style: Style): string {
  const what = style.bold(`${module} ${version}`);
  return kind === 'rollback' || kind === 'delete' ? `${kind} of ${what}` : what;
}

/** Whether carrying out the plan would change anything in the cluster. */
export function changesAnything(plan: Plan): boolean {
  return plan.changes.some(({ action }) =>
    ['create', 'update', 'delete'].includes(action),
  );
}

/** An Application is all that is written where Argo CD delivers: it is shown whole. */
function drawChange(
  change: Change,
  style: Style,
  { delivery }: Pick<Plan, 'delivery'>,
): string[] {
  if (change.action === 'unchanged') return [];
  const { action, object, source, reason, fields, takesOver = [] } = change;
  const symbol = toned(action, style, { text: SYMBOLS[action] });
  const why = style.faint(reason ? `${source}; ${reason}` : source);
  const isWhole = action === 'create' && delivery === 'argocd';
  const detail = action === 'update' || isWhole ? fields : [];
  return [
    `  ${symbol} ${formatObjectRef(object)}  ${why}`,
    ...detail.map(field => `      ${drawField(field, style)}`),
    ...takesOver.map(field => `      ${style.warn(drawTakenOver(field))}`),
  ];
}

function drawField({ path, before, after }: FieldChange, style: Style): string {
  if (before === undefined) return `${path}: ${style.good(text(after))}`;
  if (after === undefined)
    return `${path}: ${style.bad(`${text(before)} removed`)}`;
  return `${path}: ${style.bad(text(before))} → ${style.good(text(after))}`;
}

function drawTakenOver({ field, manager, leave }: FieldTakenOver): string {
  return leave
    ? `${field} is taken from ${manager}, which may take it back`
    : `${field} was changed with ${manager} and goes back`;
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function summary(changes: readonly Change[]): string {
  const count = (action: ChangeAction) =>
    changes.filter(change => change.action === action).length;
  const skipped = count('skip') > 0 ? `, ${count('skip')} left alone` : '';
  return `${count('create')} to create, ${count('update')} to update, ${count(
    'delete',
  )} to delete${skipped}, ${count('unchanged')} unchanged`;
}

function drawNotes(plan: Plan, style: Style): string[] {
  const mark = (fine: boolean, optional = false) => {
    if (fine) return style.good('✓');
    return optional ? style.warn('!') : style.bad('✗');
  };
  return [
    ...plan.dependencies.map(
      ({ state, optional, message }) =>
        `  ${mark(state === 'satisfied', optional)} ${message}`,
    ),
    ...plan.gates.map(
      ({ met, message, clearedBy, clearsAt }) =>
        `  ${mark(met)} ${message}${
          met ? '' : cleared({ clearedBy, clearsAt })
        }`,
    ),
    ...plan.findings
      .filter(({ allowed }) => allowed)
      .map(
        ({ object, rule, allowed }) =>
          `  ${style.warn('!')} ${formatObjectRef(object)}: ${rule} allowed: ${
            allowed?.reason
          }${allowed?.expires ? `, until ${allowed.expires}` : ''}`,
      ),
    ...plan.filledIn.map(line => `  ${style.faint(`filled in: ${line}`)}`),
    ...plan.warnings.map(line => `  ${style.warn('!')} ${line}`),
    ...(plan.problems.length > 0
      ? [drawProblems(plan.problems, style).trimEnd()]
      : []),
  ];
}

function cleared(by: { clearedBy?: string; clearsAt?: string }): string {
  const parts = [
    ...(by.clearedBy ? [`cleared by ${by.clearedBy}`] : []),
    ...(by.clearsAt ? [`clears at ${by.clearsAt}`] : []),
  ];
  return parts.length > 0 ? ` (${parts.join(', ')})` : '';
}

function drawRefusals(plan: Plan, style: Style): string[] {
  if (plan.refusals.length === 0) return [];
  const findings = plan.findings
    .filter(({ allowed }) => !allowed)
    .map(
      ({ object, path, rule, message, remedy }) =>
        `    ${formatObjectRef(object)}${
          path ? ` ${path}` : ''
        }: ${message} [${rule}]\n      ${style.faint('→')} ${remedy}`,
    );
  return [
    style.bad('This plan cannot be carried out:'),
    ...plan.refusals.map(
      ({ kind, message }) => `  ${style.bad('✗')} ${kind}: ${message}`,
    ),
    ...findings,
  ];
}
