const FORBIDDEN = ['.git', '.github'];

/** Why a path of a template may not be used, or undefined. `./` means the whole folder. */
export function pathProblem(path: string): string | undefined {
  if (path === './') return undefined;
  const parts = path.replace(/\/$/, '').split('/');
  if (path.startsWith('/') || path.includes('\\') || path.includes('\0')) {
    return 'is not a relative path';
  }
  if (parts.some(part => part === '..' || part === '.' || part === '')) {
    return 'leads out of its directory or has empty parts';
  }
  if (parts.some(part => FORBIDDEN.includes(part.toLowerCase()))) {
    return 'is a folder that a template may not write';
  }
  return undefined;
}
