import { stripVTControlCharacters } from 'node:util';

/** Width on screen in columns, escape sequences left out. */
function width(text: string): number {
  return Array.from(stripVTControlCharacters(text)).length;
}

/** Lines up rows under headings, two spaces apart; the last column is not padded. */
export function table(
  headings: readonly string[],
  rows: readonly (readonly string[])[],
): string {
  const all = [headings, ...rows];
  const widths = headings.map((_, column) =>
    Math.max(...all.map(row => width(row[column] ?? ''))),
  );
  return all
    .map(row =>
      row
        .map((cell, column) => cell + ' '.repeat(widths[column] - width(cell)))
        .join('  ')
        .trimEnd(),
    )
    .map(line => `${line}\n`)
    .join('');
}
