import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { resolve } from 'node:path';

/** Compares text with a file of `src/__fixtures__/golden`; `UPDATE_GOLDEN=1` writes it anew, for a person to review. */
export function expectGolden(name: string, text: string): void {
  const file = resolve('src/__fixtures__/golden', `${name}.golden`);
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text);
  expect(existsSync(file) ? readFileSync(file, 'utf8') : undefined).toBe(text);
}
