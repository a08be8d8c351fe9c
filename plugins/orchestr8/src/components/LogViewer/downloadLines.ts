import { LogEntry } from '../../primitives/log/LogBuffer';

/** Saves lines as a text file, as the browser saves files. */
export function downloadLines(
  name: string,
  entries: readonly LogEntry[],
): void {
  const text = entries
    .map(
      ({ line }) => `${line.time} ${line.pod}/${line.container} ${line.text}\n`,
    )
    .join('');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}
