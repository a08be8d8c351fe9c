/** What a function answers, found out when it is first asked. */
export function once<T>(find: () => T): () => T {
  let found: { answer: T } | undefined;
  return () => {
    found ??= { answer: find() };
    return found.answer;
  };
}
