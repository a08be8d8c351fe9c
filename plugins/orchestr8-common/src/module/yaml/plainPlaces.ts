import { Path, Place } from './Located';
import { plainLine } from './plainLine';

/** A value of a plainly written text, and where it begins. */
interface PlainNode {
  place: Place;
  /** Its parts are on its own line. */
  inBrackets?: boolean;
  entries?: Map<string, { key: Place; value?: PlainNode }>;
  items?: PlainNode[];
}

/** Finds where a part of a text stands. */
export type FindPlace = (
  path: Path,
  part: 'key' | 'value',
) => Place | undefined;

/**
 * Where the parts of a text stand that `readPlainly` could read: the same places
 * as of the reading that keeps positions, for a tenth of its work.
 *
 * @returns what answers undefined for what stands inside of brackets
 */
export function plainPlaces(text: string): FindPlace {
  const root = treeOf(text);
  return (path, part) => {
    let node: PlainNode | undefined = root;
    let place = root?.place;
    for (const [depth, step] of path.entries()) {
      if (node?.inBrackets) return undefined;
      if (node?.entries) {
        const entry = node.entries.get(String(step));
        if (!entry) return place;
        const isKey = part === 'key' && depth === path.length - 1;
        place = isKey || !entry.value ? entry.key : entry.value.place;
        node = entry.value;
      } else {
        node = node?.items?.[Number(step)];
        if (!node) return place;
        place = node.place;
      }
    }
    return place;
  };
}

function treeOf(text: string): PlainNode | undefined {
  let root: PlainNode | undefined;
  /** Takes the value that comes next. */
  let take: ((node: PlainNode) => void) | undefined = node => {
    root = node;
  };
  const give = (node: PlainNode) => {
    take?.(node);
    take = undefined;
  };
  const open: { node: PlainNode; column: number }[] = [];
  /** The list or the object that goes on at a column, or begins there. */
  const within = (part: 'items' | 'entries', place: Place): PlainNode => {
    const column = place.column - 1;
    for (;;) {
      const last = open.at(-1);
      if (!last || last.column < column) break;
      const goesOn = last.column === column;
      if (goesOn && last.node[part]) return last.node;
      // A list may stand right below the key whose value it is.
      if (goesOn && part === 'items' && take) break;
      open.pop();
    }
    const node: PlainNode =
      part === 'items' ? { place, items: [] } : { place, entries: new Map() };
    give(node);
    open.push({ node, column });
    return node;
  };

  for (const [above, line] of text.split('\n').entries()) {
    const parts = plainLine(line);
    if (!parts || parts === 'empty') continue;
    const at = (column: number): Place => ({
      line: above + 1,
      column: column + 1,
    });
    for (const dash of parts.dashes) {
      const { items } = within('items', at(dash));
      take = item => items!.push(item);
    }
    const { key, column, value } = parts;
    if (key !== undefined) {
      const { entries } = within('entries', at(column));
      const entry: { key: Place; value?: PlainNode } = { key: at(column) };
      entries!.set(key, entry);
      take = node => {
        entry.value = node;
      };
    }
    if (value) {
      give({ place: at(value.column), inBrackets: value.inBrackets });
    }
  }
  return root;
}
