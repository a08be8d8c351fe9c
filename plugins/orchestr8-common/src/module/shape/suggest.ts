import leven from 'leven';

/** Longer words are no typing mistakes. */
const MAX_LENGTH = 64;

/** The one of `candidates` that `word` was probably meant to be. */
export function suggest(
  word: string,
  candidates: readonly string[],
): string | undefined {
  if (word.length > MAX_LENGTH) return undefined;
  const lower = word.toLowerCase();
  const longer = candidates.filter(name => isBeginning(lower, name));
  if (longer.length === 1) return longer[0];
  let best: string | undefined;
  let bestDistance = Infinity;
  for (const candidate of candidates) {
    const distance = leven(lower, candidate.toLowerCase());
    if (distance < bestDistance) {
      best = candidate;
      bestDistance = distance;
    }
  }
  const tolerated = Math.max(1, Math.floor(word.length / 3));
  return bestDistance <= Math.min(3, tolerated) ? best : undefined;
}

/** `mem` is short for `memory`. */
const isBeginning = (lower: string, name: string) =>
  lower.length >= 3 && name.toLowerCase().startsWith(lower);
