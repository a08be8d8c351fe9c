import {
  Environment,
  ModuleSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Style, toned } from './Style';
import { table } from './table';

/** A module a row, an environment a column. */
export function drawModules(
  modules: readonly ModuleSummary[],
  style: Style,
  options: { path: readonly Environment[] },
): string {
  if (modules.length === 0) {
    return 'There are no modules yet. Make one: o8 module init NAME --template microservice\n';
  }
  return table(
    [
      'NAME',
      'VERSION',
      'TEAM',
      ...options.path.map(({ name }) => name.toUpperCase()),
    ],
    modules.map(module => [
      module.name,
      module.version,
      module.team,
      ...options.path.map(({ name }) => {
        const here = module.environments.find(
          ({ environment }) => environment === name,
        );
        if (!here?.deployed) return '-';
        const { version } = here.deployed;
        return `${version} ${toned(here.health.status, style)}`;
      }),
    ]),
  );
}
