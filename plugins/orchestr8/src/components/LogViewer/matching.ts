import { LogEntry } from '../../primitives/log/LogBuffer';

/** Entries whose text, pod or container contains the filter, whatever the case. */
export function matching(
  entries: readonly LogEntry[],
  filter: string,
): readonly LogEntry[] {
  const wanted = filter.trim().toLocaleLowerCase('en');
  if (!wanted) return entries;
  return entries.filter(({ line }) =>
    `${line.pod} ${line.container} ${line.text}`
      .toLocaleLowerCase('en')
      .includes(wanted),
  );
}
