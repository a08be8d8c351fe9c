/** Answers that are kept, and the longest text whose answer is worth the memory. */
const MAX_KEPT = 500;
const MAX_LENGTH = 500;

/**
 * A pure function of a text that keeps its last answers: a module's texts are
 * checked again for each of its environments, where most have not changed.
 */
export function lately<T>(find: (text: string) => T): (text: string) => T {
  const kept = new Map<string, { answer: T }>();
  return text => {
    const known = kept.get(text);
    if (known) return known.answer;
    const answer = find(text);
    if (text.length <= MAX_LENGTH) {
      // The oldest stands first.
      if (kept.size >= MAX_KEPT) kept.delete(kept.keys().next().value!);
      kept.set(text, { answer });
    }
    return answer;
  };
}
