import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import {
  PROBLEM_CODES,
  problemCodesPage,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { POLICY_PROBLEM_CODES } from './engine/problemsOfFindings';
import { RENDER_PROBLEM_CODES } from './render';

const PAGE = resolve(__dirname, '../../../catalog/orchestr8/docs/problems.md');

describe('the page of codes in the documentation', () => {
  const page = problemCodesPage({
    ...PROBLEM_CODES,
    ...RENDER_PROBLEM_CODES,
    ...POLICY_PROBLEM_CODES,
  });

  it('says what the tables say (O8_UPDATE_DOCS=1 writes it)', () => {
    if (process.env.O8_UPDATE_DOCS) {
      mkdirSync(dirname(PAGE), { recursive: true });
      writeFileSync(PAGE, page);
    }
    expect(existsSync(PAGE) && readFileSync(PAGE, 'utf8')).toBe(page);
  });

  it('gives no code two meanings', () => {
    const names = [
      PROBLEM_CODES,
      RENDER_PROBLEM_CODES,
      POLICY_PROBLEM_CODES,
    ].flatMap(table => Object.keys(table));
    expect(new Set(names).size).toBe(names.length);
  });
});
