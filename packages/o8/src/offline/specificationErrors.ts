import {
  ModuleFiles,
  parseModule,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** Why a module's specification cannot be read; its other files are not looked at. */
export function specificationErrors(files: ModuleFiles): Problem[] {
  const { module, problems } = parseModule(files);
  return module ? [] : problems.filter(({ severity }) => severity === 'error');
}
