import { ManagedFields } from '../managedFields';

/** Whoever scales by a HorizontalPodAutoscaler: the controller manager by itself, KEDA through it. */
export function isAutoscaler(by: ManagedFields, path: string): boolean {
  return (
    path === 'spec.replicas' &&
    by.subresource === 'scale' &&
    by.manager === 'kube-controller-manager'
  );
}
