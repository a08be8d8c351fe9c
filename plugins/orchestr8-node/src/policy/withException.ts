import {
  PolicyException,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PolicyContext } from './PolicyContext';

type Judged = Pick<
  PolicyContext,
  'module' | 'environment' | 'exceptions' | 'now'
>;

/** The exceptions for a rule, module and environment, the longest first. */
export function exceptionsFor(
  rule: string,
  { module, environment, exceptions = [] }: Judged,
): PolicyException[] {
  return exceptions
    .filter(
      each =>
        each.rule === rule &&
        each.module === module.metadata.name &&
        (each.environment === undefined || each.environment === environment),
    )
    .sort((a, b) => Date.parse(b.expires) - Date.parse(a.expires));
}

/** The exception that holds now; without knowing the time, none does. */
export function exceptionInForce(
  rule: string,
  context: Judged,
): PolicyException | undefined {
  const { now } = context;
  return exceptionsFor(rule, context).find(
    ({ expires }) => now !== undefined && Date.parse(now) < Date.parse(expires),
  );
}

/** A finding with the operator's leave, where there is one; one that is over is named. */
export function withException(
  finding: PolicyFinding,
  context: Judged,
): PolicyFinding {
  if (finding.allowed) return finding;
  const inForce = exceptionInForce(finding.rule, context);
  if (inForce) {
    const { reason, expires } = inForce;
    return { ...finding, allowed: { reason, expires } };
  }
  const [over] = exceptionsFor(finding.rule, context);
  return over
    ? {
        ...finding,
        remedy: `${finding.remedy} The operator's exception for this ended on ${over.expires}.`,
      }
    : finding;
}
