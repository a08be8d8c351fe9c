/** The first twelve digits: enough to tell plans apart by eye. */
export function shortHash(hash: string): string {
  return hash.replace(/^sha256:/, '').slice(0, 12);
}
