import {
  Environment,
  environmentsOf,
  ModuleFiles,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  createEngine,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** How deep a validation went: only the language, or also rendered and passed through the gate. */
export interface OfflineValidation {
  problems: Problem[];
  rendered: boolean;
}

/**
 * All problems of a module that can be found without a portal. The environments
 * are those that the module has overlays for; `local` when it has none.
 *
 * @param options.renderer - path of the renderer binary; without it nothing is rendered
 */
export async function validateOffline(
  files: ModuleFiles,
  options: { environment?: string; renderer?: string },
): Promise<OfflineValidation> {
  const { environment, renderer } = options;
  const names = environment ? [environment] : environmentsOf(files);
  const engine = createEngine({
    renderer: new RendererProcess({ command: renderer ?? 'renderer' }),
  });
  try {
    const problems = await engine.validate(files, {
      environments: (names.length > 0 ? names : ['local']).map(offline),
      environment,
      last: 'production',
      render: renderer !== undefined,
    });
    return { problems, rendered: renderer !== undefined };
  } finally {
    await engine.close();
  }
}

/** An environment as far as it is known without the portal's configuration. */
function offline(name: string): Environment {
  return {
    name,
    cluster: 'none',
    namespace: '${module}-${environment}',
    delivery: 'direct',
    mutableVersions: true,
    gates: {},
    freeze: [],
    timeoutMs: 0,
  };
}
