import {
  ModuleFiles,
  parseModule,
  Problem,
  sortProblems,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** How deep a validation went: only the language, or also rendered and passed through the gate. */
export interface OfflineValidation {
  problems: Problem[];
  rendered: boolean;
}

/** All problems of a module that can be found without a portal. */
export async function validateOffline(
  files: ModuleFiles,
  options: { environment?: string; renderer?: string },
): Promise<OfflineValidation> {
  const problems = languageProblems(files, options.environment);
  return { problems, rendered: false };
}

function languageProblems(files: ModuleFiles, only?: string): Problem[] {
  const { module, overlays, problems } = parseModule(files);
  if (!module) return problems;
  const names = only ? [only] : [...overlays.keys()];
  const inEnvironments = names.flatMap(
    environment =>
      withEnvironment(module, {
        environment,
        overlay: overlays.get(environment),
      }).problems,
  );
  return sortProblems([...problems, ...inEnvironments]);
}
