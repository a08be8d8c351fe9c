import { ResolvedModule } from '@orchestr8/backstage-plugin-orchestr8-common';
import { helmApiVersions } from './kinds';
import { ReleaseTarget } from './ReleaseTarget';
import { RenderRequest } from './Renderer';

/** What the renderer is asked for one chart in one environment. */
export function renderRequest(
  chart: ReadonlyMap<string, Uint8Array>,
  options: { resolved: ResolvedModule; target: ReleaseTarget },
): RenderRequest {
  const { resolved, target } = options;
  return {
    chart,
    values: resolved.values,
    release: resolved.module.metadata.name,
    namespace: target.namespace,
    upgrade: target.upgrade,
    ...(target.capabilities
      ? {
          capabilities: {
            kubeVersion: target.capabilities.version,
            apiVersions: helmApiVersions(target.capabilities),
          },
        }
      : {}),
  };
}
