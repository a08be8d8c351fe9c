import { DeploymentKind } from './Deployment';

/**
 * How a request for approval stands. Only `approved` lets a plan be deployed;
 * `rejected`, `expired`, `used` and `void` are ends: what has ended is asked for anew.
 *
 * - `waiting`: not enough people have said yes
 * - `used`: a deployment took it; it is good for that one only
 * - `void`: the world has moved since, so that the plan is not what would happen
 *
 * @public
 */
export type ApprovalState =
  | 'waiting'
  | 'approved'
  | 'rejected'
  | 'expired'
  | 'used'
  | 'void';

/** One person's yes to one plan. @public */
export interface Approval {
  /** Entity reference of the person. */
  by: string;
  /** ISO 8601, by the clock of the database. */
  at: string;
  comment?: string;
}

/**
 * Somebody asks that a plan be approved: what is asked, of whom, and what they
 * answered.
 *
 * @public
 */
export interface ApprovalRequest {
  id: string;
  /** Hash of the plan. */
  plan: string;
  kind: DeploymentKind;
  module: string;
  version: string;
  release: string;
  environment: string;
  promotedFrom?: string;
  state: ApprovalState;
  /** One sentence: what it waits for, or how it ended. */
  message: string;
  /** Entity reference, or the subject of a service. */
  requestedBy: string;
  /** ISO 8601, by the clock of the database. */
  requestedAt: string;
  comment?: string;
  /** ISO 8601; from then on nothing that was said counts. */
  expiresAt: string;
  /** How many people must say yes. */
  required: number;
  /** Entity references of the groups (and people) that they must come from. */
  from: string[];
  approvals: Approval[];
  rejection?: { by: string; at: string; reason: string };
  /** Id of the deployment that used it. */
  deployment?: string;
  /** Whether the caller may answer, and if not, why not. */
  mayAnswer: { allowed: boolean; message?: string };
}
