import {
  DependencyNode,
  ModuleFiles,
  parseModule,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Name, version and dependencies of a module as it is in an environment; `undefined` when its specification cannot be read. */
export function specificationOf(
  files: ModuleFiles,
  environment: string,
): DependencyNode | undefined {
  const { module, overlays } = parseModule(files);
  if (!module) return undefined;
  const { resolved } = withEnvironment(module, {
    environment,
    overlay: overlays.get(environment),
  });
  const { metadata, spec } = resolved?.module ?? module;
  const { name, version } = metadata;
  return { name, version, dependencies: spec.dependencies };
}
