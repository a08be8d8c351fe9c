import {
  DeploymentKind,
  Leave,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Orchestr8Api } from '../../api/Orchestr8Api';
import { ModuleAction } from '../useMayNot';
import { shortHash } from './shortHash';

/** What a plan is wanted of. */
export type PlanQuestion =
  | { kind: 'deploy'; environment: string; leave?: Leave[] }
  | { kind: 'promote'; environment: string; from: string; leave?: Leave[] }
  /** A release that ran there is to run there again. */
  | {
      kind: 'rollback';
      environment: string;
      release: string;
      version: string;
      leave?: Leave[];
    }
  /** The module is to be gone from there. */
  | { kind: 'delete'; environment: string; leave?: Leave[] }
  /** A plan that somebody else made, and that waits for approval. */
  | { kind: 'review'; environment: string; plan: string };

/** The plan that answers a question; nothing is changed by asking. */
export function askForPlan(
  api: Orchestr8Api,
  module: string,
  question: PlanQuestion,
): Promise<Plan> {
  const { environment } = question;
  const leave = leaveOf(question);
  const where = { environment, ...(leave.length > 0 ? { leave } : {}) };
  switch (question.kind) {
    case 'deploy':
      return api.makePlan(module, where);
    case 'promote':
      return api.makePlan(module, { ...where, from: question.from });
    case 'rollback':
      return api.planRollback(module, { ...where, release: question.release });
    case 'delete':
      return api.planDeletion(module, where);
    case 'review':
      return api.getPlan(question.plan);
    default:
      return question satisfies never;
  }
}

/** What the dialog of a question is called. */
export function titleOf(module: string, question: PlanQuestion): string {
  const { environment } = question;
  switch (question.kind) {
    case 'deploy':
      return `Deploy ${module} to ${environment}`;
    case 'promote':
      return `Promote ${module} from ${question.from} to ${environment}`;
    case 'rollback':
      return `Roll ${module} back to ${question.version} in ${environment}`;
    case 'delete':
      return `Delete ${module} from ${environment}`;
    case 'review':
      return `Review a plan of ${module} for ${environment}`;
    default:
      return question satisfies never;
  }
}

/** The command that does the same as the dialog. */
export function commandOf(module: string, question: PlanQuestion): string {
  const { environment } = question;
  const leave = leaveOf(question);
  const given = (flag: string) =>
    leave.length > 0 ? ` ${flag} ${leave.join(' ')}` : '';
  switch (question.kind) {
    case 'deploy':
      return `o8 module deploy ${module} --environment ${environment}${given(
        '--leave',
      )}`;
    case 'promote':
      return `o8 module promote ${module} --from ${
        question.from
      } --to ${environment}${given('--leave')}`;
    case 'rollback':
      return `o8 module rollback ${module} --environment ${environment} --to ${
        question.version
      }${given('--leave')}`;
    case 'delete':
      return `o8 module delete ${module} --environment ${environment}${given(
        '--with',
      )}`;
    case 'review':
      return `o8 module approve ${shortHash(question.plan)}`;
    default:
      return question satisfies never;
  }
}

/** The leave that the plan is asked for with. */
function leaveOf(question: PlanQuestion): Leave[] {
  return question.kind === 'review' ? [] : question.leave ?? [];
}

/** Why a plan would be carried out. */
export function kindOf(plan: Plan): DeploymentKind {
  return plan.kind ?? (plan.promotedFrom ? 'promote' : 'deploy');
}

/** What carries a plan out, on its button. */
export function confirmationOf(plan: Plan): string {
  const { module, version, environment } = plan;
  switch (kindOf(plan)) {
    case 'promote':
      return `Promote ${version} to ${environment}`;
    case 'rollback':
      return `Roll back to ${version}`;
    case 'delete':
      return `Delete ${module} from ${environment}`;
    default:
      return `Deploy ${version} to ${environment}`;
  }
}

/** The permission that carrying a plan out needs. */
export function actionOf(question: PlanQuestion, plan?: Plan): ModuleAction {
  const kind = plan ? kindOf(plan) : question.kind;
  switch (kind) {
    case 'promote':
    case 'rollback':
    case 'delete':
      return kind;
    default:
      return 'deploy';
  }
}
