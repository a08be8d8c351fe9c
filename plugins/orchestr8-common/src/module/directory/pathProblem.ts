/** Longest path of a file in a module. */
const MAX_PATH = 255;
// eslint-disable-next-line no-control-regex
const BAD_CHARACTERS = /[\u0000-\u001f\u007f\\:*?"<>|]/;

/**
 * Why a path may not be used inside a module, in words; undefined when it may.
 * Paths are relative, `/` separated, without `.` or `..`.
 *
 * @public
 */
export function pathProblem(path: string): string | undefined {
  if (path === '') return 'it is empty';
  if (path.length > MAX_PATH) return `it is longer than ${MAX_PATH} characters`;
  if (path.startsWith('/') || /^[a-zA-Z]:/.test(path)) return 'it is absolute';
  if (BAD_CHARACTERS.test(path)) {
    return 'it holds a character that not every system can write';
  }
  const parts = path.split('/');
  if (parts.includes('..')) return 'it leads out of its directory with `..`';
  if (parts.includes('.') || parts.includes('')) {
    return 'it has an empty part or a `.`';
  }
  if (parts.some(part => part.endsWith(' ') || part.endsWith('.'))) {
    return 'a part of it ends with a space or a dot';
  }
  if (parts.some(part => part.toLowerCase() === '.git'))
    return 'it lies inside a `.git` folder';
  return undefined;
}
