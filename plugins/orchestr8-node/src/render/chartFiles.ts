import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Folder of the module that holds the chart, with its slash. */
export const CHART_FOLDER = 'charts/';

/** The chart of a module, by path inside the chart; `undefined` when the module declares none. */
export function chartFiles(
  files: ModuleFiles,
): ReadonlyMap<string, Uint8Array> | undefined {
  if (!files.has(`${CHART_FOLDER}Chart.yaml`)) {
    return undefined;
  }
  return new Map(
    [...files]
      .filter(([path]) => path.startsWith(CHART_FOLDER))
      .map(([path, bytes]) => [path.slice(CHART_FOLDER.length), bytes]),
  );
}

/** Path inside the module of a template as Helm names it: its first segment is the chart's name. */
export function pathOfTemplate(helmName: string): string {
  return `${CHART_FOLDER}${helmName.slice(helmName.indexOf('/') + 1)}`;
}
