import {
  Environment,
  Module,
  ModuleFiles,
  namespaceOf,
  ParsedModule,
  parseModule,
  Problem,
  ResolvedModule,
  sortProblems,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** The module as it is in one environment, and all that its files have wrong for it. */
export interface Resolution {
  /** The module as written, where it can be read at all. */
  module?: Module;
  /** Absent when one of the problems is an error of the specification or the overlay. */
  resolved?: ResolvedModule;
  problems: Problem[];
}

/** Files → Module → ResolvedModule. */
export function resolveFor(
  files: ModuleFiles,
  environment: Environment,
  options: { replicas?: number; last?: boolean } = {},
): Resolution {
  return resolveParsed(parseModule(files), environment, options);
}

/** Module → ResolvedModule, for files that were read before. */
export function resolveParsed(
  parsed: ParsedModule,
  environment: Environment,
  options: { replicas?: number; last?: boolean } = {},
): Resolution {
  const { module, overlays, problems } = parsed;
  if (!module) {
    return { problems };
  }
  const here = withEnvironment(module, {
    environment: environment.name,
    overlay: overlays.get(environment.name),
    replicas: options.replicas,
    last: options.last,
    target: {
      cluster: environment.cluster,
      namespace: namespaceOf(environment, module.metadata.name),
    },
  });
  return {
    module,
    resolved: here.resolved,
    problems: sortProblems([...problems, ...here.problems]),
  };
}

/** Names of the modules that this one depends on in an environment, by what is written; empty for files that are no module. */
export function dependenciesIn(
  files: ModuleFiles,
  environment: Environment,
): string[] {
  const { module, resolved } = resolveFor(files, environment);
  const { dependencies = [] } = (resolved?.module ?? module)?.spec ?? {};
  return dependencies.map(({ name }) => name);
}
