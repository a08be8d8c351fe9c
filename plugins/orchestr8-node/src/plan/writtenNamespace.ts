import { PlannedDeployment } from '../EngineTypes';

/** The namespace that carrying out a plan writes to: the module's, or that of Argo CD's Applications. */
export function writtenNamespace({
  plan,
  manifests,
}: PlannedDeployment): string {
  return plan.delivery === 'argocd'
    ? manifests[0]?.object.metadata.namespace ?? plan.namespace
    : plan.namespace;
}
