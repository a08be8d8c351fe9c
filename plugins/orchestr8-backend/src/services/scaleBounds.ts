import {
  ModuleFiles,
  parseModule,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';

const DEFAULT_BOUNDS = { min: 0, max: 100 };

/** Between how many replicas a module may be scaled in an environment: its overlay's `autoscaling`, else 0 and 100. */
export function scaleBounds(
  files: ModuleFiles,
  environment: string,
): { min: number; max: number } {
  const { module, overlays } = parseModule(files);
  const { resolved } = module
    ? withEnvironment(module, {
        environment,
        overlay: overlays.get(environment),
      })
    : { resolved: undefined };
  const { minReplicas, maxReplicas } = (resolved?.values.autoscaling ??
    {}) as Record<string, unknown>;
  return {
    min: typeof minReplicas === 'number' ? minReplicas : DEFAULT_BOUNDS.min,
    max: typeof maxReplicas === 'number' ? maxReplicas : DEFAULT_BOUNDS.max,
  };
}
