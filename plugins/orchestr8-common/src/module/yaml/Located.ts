/** Way into a value: keys of objects and indices of lists. */
export type Path = readonly (string | number)[];

/**
 * Line and column in a text, 1-based, the column in UTF-16 code units.
 *
 * @public
 */
export interface Place {
  line: number;
  column: number;
}

/**
 * Where something stands.
 *
 * @public
 */
export interface Position extends Place {
  file: string;
}

/** A plain value of which every part knows where it was written. */
export interface Located {
  readonly value: unknown;
  /**
   * Where the part at `path` stands: its value, or the key in front of it. A
   * part that was not written stands where the nearest written one around it does.
   */
  locate(path: Path, part?: 'key' | 'value'): Position;
  /** Where character `index` of the text at `path` stands, as far as that can be told. */
  locateInside?(path: Path, index: number): Position;
}

/** The part at `path`, or undefined where there is none. */
export function at(value: unknown, path: Path): unknown {
  let current = value;
  for (const key of path) {
    if (typeof current !== 'object' || current === null) return undefined;
    if (!Object.hasOwn(current, key)) return undefined;
    current = (current as Record<string | number, unknown>)[key];
  }
  return current;
}

/** True for a plain object, not for a list or null. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The list at `path`; empty where there is none. */
export function listAt(value: unknown, path: Path): readonly unknown[] {
  const list = at(value, path);
  return Array.isArray(list) ? list : [];
}

/** JSON pointer of a path (RFC 6901). */
export function toPointer(path: Path): string {
  return path
    .map(key => `/${String(key).replaceAll('~', '~0').replaceAll('/', '~1')}`)
    .join('');
}

/** The way back from {@link toPointer}; numbers come back as text. */
export function fromPointer(pointer: string): string[] {
  return pointer === ''
    ? []
    : pointer
        .slice(1)
        .split('/')
        .map(key => key.replaceAll('~1', '/').replaceAll('~0', '~'));
}

/** A path as people write it: `spec.networking.ports[0].name`. */
export function formatPath(path: Path): string {
  let text = '';
  for (const key of path) {
    if (typeof key === 'number') text += `[${key}]`;
    else text += text ? `.${key}` : key;
  }
  return text;
}
