import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { failureCausesPage } from './apply/failureCauses/failureCausesPage';

const PAGE = resolve(__dirname, '../../../catalog/orchestr8/docs/failures.md');

/** Every cause that the engine's sources name. */
function causesInSources(): string[] {
  const causes = new Set<string>();
  for (const room of ['apply', 'engine']) {
    const files = readdirSync(join(__dirname, room), { recursive: true });
    for (const file of files.map(String)) {
      if (!file.endsWith('.ts') || /\.test\.|__/.test(file)) continue;
      const text = readFileSync(join(__dirname, room, file), 'utf8');
      for (const [, cause] of text.matchAll(/\bcause: '([a-z-]+)'/g)) {
        causes.add(cause);
      }
    }
  }
  return [...causes].sort();
}

describe('the page of failure causes in the documentation', () => {
  const page = failureCausesPage();
  const headings = [...page.matchAll(/^### (.*)$/gm)].map(([, cause]) => cause);

  it('says what the tables say (O8_UPDATE_DOCS=1 writes it)', () => {
    if (process.env.O8_UPDATE_DOCS) writeFileSync(PAGE, page);
    expect(readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('has every cause that a deployment can end with, once', () => {
    expect([...headings].sort()).toEqual(causesInSources());
  });

  it('says of each how it is recognised and what to do', () => {
    const entries = page.split(/^### /m).slice(1);
    for (const entry of entries) {
      expect(entry).toMatch(
        /\n\n[A-Z][^\n]*\.\n\n\*\*Recognised by:\*\*[^]*\.\n\n\*\*Remedy:\*\* [^\n]*\.\n/,
      );
      expect(entry).not.toMatch(/undefined|\$\{/);
    }
  });
});
