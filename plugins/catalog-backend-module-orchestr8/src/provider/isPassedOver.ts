/** Folders that hold no modules of anyone: work in progress, version control, packages. */
export function isPassedOver(name: string): boolean {
  return name.startsWith('.') || name === 'node_modules';
}
