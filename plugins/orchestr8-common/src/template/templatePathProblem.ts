import { pathProblem } from '../module/directory/pathProblem';

/** What runs with the rights of a repository's owner is not for templates to bring. */
const FORBIDDEN = '.github';

/** Why a path of a template may not be used, or undefined. A trailing `/` means a folder, `./` the whole one. */
export function templatePathProblem(path: string): string | undefined {
  if (path === './') return undefined;
  const inside = path.replace(/\/$/, '');
  if (inside.toLowerCase().split('/').includes(FORBIDDEN)) {
    return `it lies inside a \`${FORBIDDEN}\` folder`;
  }
  return pathProblem(inside);
}
