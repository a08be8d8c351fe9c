import {
  Document,
  isMap,
  isNode,
  isScalar,
  isSeq,
  LineCounter,
  Pair,
  ParsedNode,
  Scalar,
} from 'yaml';
import { once } from '../once';
import { Located, Path, Position } from './Located';
import { FindPlace } from './plainPlaces';

/** A parsed text and the starts of its lines. */
export interface Parsed {
  document: Document.Parsed;
  lines: LineCounter;
}

/** A YAML document as a plain value, with the way back to its text. */
export class YamlSource implements Located {
  private readonly parsed: () => Parsed;
  private readonly places: () => FindPlace | undefined;

  /**
   * @param ways - each taken at most once, and not before a place is asked for:
   * `places` finds most of them with less work, where there is such a way;
   * `parse` is for all others
   */
  constructor(
    readonly file: string,
    readonly value: unknown,
    ways: { parse: () => Parsed; places?: () => FindPlace },
  ) {
    this.parsed = once(ways.parse);
    this.places = once(() => ways.places?.());
  }

  locate(path: Path, part: 'key' | 'value' = 'value'): Position {
    const place = this.places()?.(path, part);
    return place
      ? { file: this.file, ...place }
      : this.locateParsed(path, part);
  }

  private locateParsed(path: Path, part: 'key' | 'value'): Position {
    let node: unknown = this.parsed().document.contents;
    let offset = startOf(node);
    for (const [depth, step] of path.entries()) {
      const last = depth === path.length - 1;
      if (isMap(node)) {
        const pair: Pair | undefined = node.items.find(
          item => keyText(item.key) === String(step),
        );
        if (!pair) break;
        const key = startOf(pair.key);
        const value = isEmpty(pair.value) ? key : startOf(pair.value);
        offset = last && part === 'key' ? key : value;
        node = pair.value;
      } else if (isSeq(node)) {
        const item: unknown = node.items[Number(step)];
        if (item === undefined) break;
        offset = startOf(item) || offset;
        node = item;
      } else {
        // Inside an alias: its use is what the author has to look at.
        break;
      }
    }
    return this.at(offset);
  }

  /**
   * Where character `index` of the text at `path` stands, when that text is on
   * one line and holds no escapes; else where the text starts.
   */
  locateInside(path: Path, index: number): Position {
    const start = this.locate(path);
    const node = this.parsed().document.getIn(path, true);
    if (!isScalar(node) || typeof node.value !== 'string') return start;
    const { source } = node as Scalar.Parsed;
    const quote = node.type === 'PLAIN' ? 0 : 1;
    if (source !== node.value || !node.range || source.includes('\n')) {
      return start;
    }
    const length = node.range[1] - node.range[0];
    return length === source.length + 2 * quote
      ? { ...start, column: start.column + quote + index }
      : start;
  }

  /** The text of an unquoted scalar, as written. */
  plainText(path: Path): string | undefined {
    const node = this.parsed().document.getIn(path, true);
    return isScalar(node) && node.type === 'PLAIN' ? node.source : undefined;
  }

  private at(offset: number): Position {
    const { line, col } = this.parsed().lines.linePos(offset);
    // An empty text has no first line to the counter.
    return {
      file: this.file,
      line: Math.max(line, 1),
      column: Math.max(col, 1),
    };
  }
}

/** The text of a key, however it was written; undefined when it is not text. */
export function keyText(key: unknown): string | undefined {
  if (!isScalar(key) || key.value === null) return undefined;
  return typeof key.value === 'string'
    ? key.value
    : (key as Scalar).source ?? String(key.value);
}

/** Offset of a node; 0 for none. */
export function startOf(node: unknown): number {
  if (!isNode(node)) return 0;
  return (node as ParsedNode).range?.[0] ?? 0;
}

function isEmpty(value: unknown): boolean {
  if (value === null || value === undefined) return true;
  return isScalar(value) && value.value === null && value.source === '';
}
