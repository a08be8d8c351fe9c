import { DeploymentFailed } from './DeploymentFailed';
import { Execution } from './Execution';

/** A plan with refusals is not begun: rejects with all of them. */
export function refuseIfRefused({ planned: { plan } }: Execution): void {
  const [first] = plan.refusals;
  if (!first) return;
  throw new DeploymentFailed({
    cause: 'refused',
    message: `The plan cannot be deployed: ${first.message}`,
    evidence: plan.refusals.map(refusal => refusal.message),
    remedy: 'Clear what the evidence names, then plan again.',
  });
}
