/** A path one key longer; keys with dots, as labels have them, stand in brackets. */
export function fieldPath(path: string, key: string): string {
  if (/[.[\]/]/.test(key)) return `${path}[${key}]`;
  return path ? `${path}.${key}` : key;
}
