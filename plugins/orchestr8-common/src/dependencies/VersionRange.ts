import semver, { Comparator, Range, SemVer } from 'semver';

/** Longer ranges are refused: nobody writes them. */
export const MAX_RANGE_LENGTH = 256;

/** Ranges and versions are few and come again and again; more than these are forgotten. */
const MAX_REMEMBERED = 20_000;

/** One end of an interval; absent where the interval has no end. */
interface Bound {
  version: SemVer;
  inclusive: boolean;
}

/** Versions from a lower to an upper bound. */
interface Interval {
  lower?: Bound;
  upper?: Bound;
}

/**
 * What a range of node-semver allows, as intervals: ascending, none touching
 * the next. A pre-release counts as the version that it precedes
 * (`includePrerelease`), so that versions lie on one line and ranges meet where
 * their intervals do.
 */
export type VersionRange = readonly Interval[];

/** The range of a text; undefined when it is none, or longer than {@link MAX_RANGE_LENGTH}. */
export function parseRange(text: string): VersionRange | undefined {
  return remembered(ranges, text, () => {
    if (text.length > MAX_RANGE_LENGTH) return undefined;
    try {
      const { set } = new Range(text, { includePrerelease: true });
      return union(set.map(intervalOf).filter(isFilled));
    } catch {
      return undefined;
    }
  });
}

/** Whether a version lies in a range; false for what is no version. */
export function includes(range: VersionRange, version: string): boolean {
  const parsed = parseVersion(version);
  return (
    parsed !== undefined &&
    range.some(
      ({ lower, upper }) =>
        (!lower || reaches(lower, parsed, 1)) &&
        (!upper || reaches(upper, parsed, -1)),
    )
  );
}

/** What two ranges both allow. */
export function intersection(a: VersionRange, b: VersionRange): VersionRange {
  const shared: Interval[] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    const lower = compareLower(a[i].lower, b[j].lower) > 0 ? a[i] : b[j];
    const upper = compareUpper(a[i].upper, b[j].upper) < 0 ? a[i] : b[j];
    const both = { lower: lower.lower, upper: upper.upper };
    if (isFilled(both)) shared.push(both);
    if (upper === a[i]) i++;
    else j++;
  }
  return shared;
}

/** A range as people read it: `>=6.2.0 <7.0.0`. */
export function formatRange(range: VersionRange): string {
  const ofInterval = ({ lower, upper }: Interval) => {
    if (lower && upper && compareVersions(lower.version, upper.version) === 0) {
      return lower.version.version;
    }
    const ends = [
      lower ? `>${lower.inclusive ? '=' : ''}${plain(lower.version)}` : '',
      upper ? `<${upper.inclusive ? '=' : ''}${plain(upper.version)}` : '',
    ].filter(Boolean);
    return ends.join(' ') || '*';
  };
  return range.map(ofInterval).join(' || ');
}

/** The newest of some versions that lies in a range; what is no version is passed over. */
export function newestIn(
  range: VersionRange,
  versions: readonly string[],
): string | undefined {
  let newest: string | undefined;
  for (const version of versions) {
    if (!includes(range, version)) continue;
    if (newest === undefined || isNewer(version, newest)) newest = version;
  }
  return newest;
}

const isNewer = (one: string, other: string) =>
  compareVersions(parseVersion(one)!, parseVersion(other)!) > 0;

/** Everything. */
export const ANY_VERSION: VersionRange = [{}];

const ranges = new Map<string, VersionRange | undefined>();
const versions = new Map<string, SemVer | undefined>();

const parseVersion = (text: string) =>
  remembered(versions, text, () => semver.parse(text) ?? undefined);

function remembered<T>(memory: Map<string, T>, text: string, make: () => T): T {
  const known = memory.get(text);
  if (known !== undefined || memory.has(text)) return known as T;
  if (memory.size >= MAX_REMEMBERED) memory.clear();
  const made = make();
  memory.set(text, made);
  return made;
}

/** Build metadata does not count. */
const compareVersions = (a: SemVer, b: SemVer) => a.compare(b);

/** All comparators of a set hold at once: they make one interval. */
function intervalOf(comparators: readonly Comparator[]): Interval {
  const interval: Interval = {};
  for (const { operator, semver: version } of comparators) {
    // `*` is a comparator without a version.
    if (!(version instanceof SemVer)) continue;
    const bound = { version, inclusive: !['<', '>'].includes(operator) };
    if (operator !== '<' && operator !== '<=') {
      if (compareLower(bound, interval.lower) > 0) interval.lower = bound;
    }
    if (operator !== '>' && operator !== '>=') {
      if (compareUpper(bound, interval.upper) < 0) interval.upper = bound;
    }
  }
  return interval;
}

function union(intervals: Interval[]): Interval[] {
  const merged: Interval[] = [];
  for (const interval of intervals.sort((a, b) =>
    compareLower(a.lower, b.lower),
  )) {
    const last = merged[merged.length - 1];
    if (last && meets(last.upper, interval.lower)) {
      if (compareUpper(interval.upper, last.upper) > 0) {
        merged[merged.length - 1] = { ...last, upper: interval.upper };
      }
    } else {
      merged.push(interval);
    }
  }
  return merged;
}

/** Whether nothing lies between an upper bound and a lower one. */
function meets(upper: Bound | undefined, lower: Bound | undefined): boolean {
  if (!upper || !lower) return true;
  const order = compareVersions(upper.version, lower.version);
  return order > 0 || (order === 0 && (upper.inclusive || lower.inclusive));
}

function isFilled({ lower, upper }: Interval): boolean {
  if (!lower || !upper) return true;
  const order = compareVersions(lower.version, upper.version);
  return order < 0 || (order === 0 && lower.inclusive && upper.inclusive);
}

function reaches(bound: Bound, version: SemVer, direction: 1 | -1): boolean {
  const order = compareVersions(version, bound.version) * direction;
  return order > 0 || (order === 0 && bound.inclusive);
}

/** No lower bound is the lowest. */
function compareLower(a: Bound | undefined, b: Bound | undefined): number {
  if (!a || !b) return Number(Boolean(a)) - Number(Boolean(b));
  return (
    compareVersions(a.version, b.version) ||
    Number(b.inclusive) - Number(a.inclusive)
  );
}

/** No upper bound is the highest. */
function compareUpper(a: Bound | undefined, b: Bound | undefined): number {
  if (!a || !b) return Number(Boolean(b)) - Number(Boolean(a));
  return (
    compareVersions(a.version, b.version) ||
    Number(a.inclusive) - Number(b.inclusive)
  );
}

/** Bounds that node-semver sets before the first pre-release are the release to people. */
const plain = ({ version }: SemVer) => version.replace(/-0$/, '');
