import {
  canonicalEnvironment,
  Environment,
  hasErrors,
  ModuleFiles,
  parseModule,
  Problem,
  ResolvedModule,
  sortProblems,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { ValidateOptions } from '../EngineTypes';
import { gate } from '../policy/gate';
import { lintManifests } from '../lint/lintManifests';
import { renderRelease } from '../render/renderRelease';
import { EngineSettings } from './EngineSettings';
import { judgePods } from './judgePods';
import { judgementProblems } from './judgementProblems';
import { resolveParsed } from './resolveFor';
import { targetOf } from './targetOf';

/** All that is wrong with a module, in every environment that is asked for; without a cluster. */
export async function validateModule(
  files: ModuleFiles,
  options: ValidateOptions,
  settings: Required<EngineSettings>,
): Promise<Problem[]> {
  const wanted =
    options.environment && canonicalEnvironment(options.environment);
  const environments = options.environments.filter(
    ({ name }) => wanted === undefined || name === wanted,
  );
  const parsed = parseModule(files, options);
  const problems: Problem[] = [];
  const lastName = options.last ?? options.environments.at(-1)?.name;
  for (const environment of environments) {
    const last = environment.name === lastName;
    const { resolved, problems: found } = resolveParsed(parsed, environment, {
      last,
    });
    problems.push(...found);
    if (options.render && resolved && !hasErrors(found)) {
      problems.push(
        ...(await renderedProblems(files, resolved, {
          environment,
          last,
          settings,
        })),
      );
    }
  }
  if (environments.length === 0) {
    problems.push(...parsed.problems);
  }
  return sortProblems(problems);
}

async function renderedProblems(
  files: ModuleFiles,
  resolved: ResolvedModule,
  options: {
    environment: Environment;
    last: boolean;
    settings: Required<EngineSettings>;
  },
): Promise<Problem[]> {
  const { environment, last, settings } = options;
  const { module } = resolved;
  const now = new Date().toISOString();
  const target = targetOf(module, environment, {
    facts: {
      upgrade: false,
      dependents: new Map(),
      namespaceOfModule: () => undefined,
      now,
    },
    settings,
  });
  const rendered = await renderRelease(settings.renderer, {
    files,
    resolved,
    target,
  });
  const findings = gate(rendered.manifests, {
    module,
    environment: environment.name,
    namespace: target.namespace,
    defined: rendered.defines.map(kind => ({ ...kind, standing: 'comes' })),
    clusterScopedKinds: settings.clusterScopedKinds,
    exceptions: settings.policyExceptions,
    now,
    foreignHosts: new Map(),
    podSecurity: await judgePods(settings.renderer, rendered.manifests, {
      level: module.spec.security.podSecurityStandard,
      version: 'latest',
    }),
  });
  return [
    ...rendered.problems,
    ...(await judgementProblems(
      {
        findings,
        lint: lintManifests(rendered.manifests, { module, last }),
        manifests: rendered.manifests,
      },
      { files, resolved, target, renderer: settings.renderer },
    )),
  ];
}
