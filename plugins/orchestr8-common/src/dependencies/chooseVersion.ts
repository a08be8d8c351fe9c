import semver from 'semver';
import {
  ANY_VERSION,
  formatRange,
  intersection,
  newestIn,
  parseRange,
  VersionRange,
} from './VersionRange';

/** One module's wish for the version of another. @public */
export interface VersionDemand {
  /** Name of the module that depends. */
  by: string;
  range?: string;
  /** The wish gives way where it excludes those of others. */
  optional?: boolean;
}

/** Outcome of {@link chooseVersion}. @public */
export type VersionChoice =
  | {
      version: string;
      /** Optional wishes that the version does not meet, each as a sentence. */
      unmet?: string[];
    }
  | { conflict: string };

/** Sentences name so many modules and versions. */
const MAX_NAMED = 5;
/** Pairs of ranges that are compared to find the two that exclude each other. */
const MAX_PAIRS = 20_000;

/**
 * The newest released version of a module that suits everyone who depends on
 * it, or an explanation which demands exclude each other. Optional wishes are
 * met as far as the others allow, in their order. Time grows with the number of
 * demands; the search for the two that are to blame has a limit.
 *
 * @public
 */
export function chooseVersion(
  name: string,
  demands: readonly VersionDemand[],
  options: { released: readonly string[] },
): VersionChoice {
  const { released } = options;
  if (released.length === 0) {
    return { conflict: `No version of ${name} is released` };
  }
  const binding = demands.filter(demand => !demand.optional && demand.range);
  let allowed = allowedBy(binding);
  if (newestIn(allowed, released) === undefined) {
    return { conflict: conflictOf(name, binding, { released, allowed }) };
  }
  const unmet: string[] = [];
  for (const wish of demands.filter(({ optional }) => optional)) {
    const narrower = intersection(allowed, rangeOf(wish));
    if (newestIn(narrower, released) === undefined) {
      unmet.push(`${wish.by} would like ${name} ${wish.range}`);
    } else {
      allowed = narrower;
    }
  }
  return {
    version: newestIn(allowed, released)!,
    ...(unmet.length ? { unmet } : {}),
  };
}

/** What to do about a dependency that does not suit, as the rest of a sentence. */
export function wayOut(
  name: string,
  demands: readonly VersionDemand[],
  options: { released: readonly string[] },
): string {
  const choice = chooseVersion(name, demands, options);
  if ('version' in choice) {
    return `${choice.version} is released, not deployed`;
  }
  const alone = demands.length === 1;
  return alone
    ? `no released version would do${listed(options.released)}`
    : lowerFirst(choice.conflict);
}

const rangeOf = ({ range }: VersionDemand): VersionRange =>
  range === undefined ? ANY_VERSION : parseRange(range) ?? [];

const allowedBy = (demands: readonly VersionDemand[]) =>
  demands.reduce(
    (allowed, demand) => intersection(allowed, rangeOf(demand)),
    ANY_VERSION,
  );

function conflictOf(
  name: string,
  demands: readonly VersionDemand[],
  facts: { released: readonly string[]; allowed: VersionRange },
): string {
  const { released, allowed } = facts;
  const unread = demands.find(({ range }) => parseRange(range!) === undefined);
  if (unread) {
    return `${unread.by} needs a version of ${name} that cannot be read: ${clip(
      unread.range!,
    )}`;
  }
  if (allowed.length > 0) {
    const together =
      demands.length > 1 ? `, together ${clip(formatRange(allowed))}` : '';
    return `No released version of ${name} suits: ${wishes(
      name,
      demands,
    )}${together}${listed(released)}`;
  }
  const pair = exclusivePair(demands);
  if (pair) {
    const [one, other] = pair;
    return `No version of ${name} can suit both: ${one.by} needs ${clip(
      one.range!,
    )}, ${other.by} needs ${clip(other.range!)}`;
  }
  return `No version of ${name} can suit all: ${wishes(name, demands)}`;
}

/** Two demands that have nothing in common; of equal ranges only one is looked at. */
function exclusivePair(
  demands: readonly VersionDemand[],
): [VersionDemand, VersionDemand] | undefined {
  const distinct = [
    ...new Map(
      [...demands].reverse().map(demand => [demand.range, demand]),
    ).values(),
  ].reverse();
  let left = MAX_PAIRS;
  for (const [index, one] of distinct.entries()) {
    for (const other of distinct.slice(index + 1)) {
      if (left-- === 0) return undefined;
      if (intersection(rangeOf(one), rangeOf(other)).length === 0) {
        return [one, other];
      }
    }
  }
  return undefined;
}

function wishes(name: string, demands: readonly VersionDemand[]): string {
  const shown = demands
    .slice(0, MAX_NAMED)
    .map(({ by, range }) => `${by} needs ${name} ${clip(range!)}`);
  const more = demands.length - shown.length;
  return [...shown, ...(more > 0 ? [`and ${more} more`] : [])].join('; ');
}

function listed(released: readonly string[]): string {
  const known = semver
    .rsort(released.filter(version => semver.valid(version)))
    .slice(0, MAX_NAMED)
    .join(', ');
  return known ? `; released: ${known}` : '';
}

const clip = (text: string) =>
  text.length > 80 ? `${text.slice(0, 77)}…` : text;

const lowerFirst = (text: string) =>
  text.charAt(0).toLowerCase() + text.slice(1);
