import { LogEntry } from '../../primitives/log/LogBuffer';

/** Saves lines as a text file, as the browser saves files. */
export function downloadLines(
  name: string,
  entries: readonly LogEntry[],
): void {
  const text = entries.map(textOf).join('');
  const url = URL.createObjectURL(new Blob([text], { type: 'text/plain' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
}

function textOf(entry: LogEntry): string {
  if (entry.kind === 'gap') return `# ${entry.message}\n`;
  const { time, pod, container, text } = entry.line;
  return `${time} ${pod}/${container} ${text}\n`;
}
