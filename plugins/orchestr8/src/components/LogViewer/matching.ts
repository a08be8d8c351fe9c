import { LogEntry } from '../../primitives/log/LogBuffer';

/** Lines whose text, pod or container contains the filter, whatever the case; where lines are missing is always told. */
export function matching(
  entries: readonly LogEntry[],
  filter: string,
): readonly LogEntry[] {
  const wanted = filter.trim().toLocaleLowerCase('en');
  if (!wanted) return entries;
  return entries.filter(
    entry =>
      entry.kind === 'gap' ||
      `${entry.line.pod} ${entry.line.container} ${entry.line.text}`
        .toLocaleLowerCase('en')
        .includes(wanted),
  );
}

/** How many of them are lines. */
export function countLines(entries: readonly LogEntry[]): number {
  return entries.reduce((sum, { kind }) => sum + Number(kind === 'line'), 0);
}
