import { ChartCase } from './ChartCase';
import { FAILING } from './failing';
import { FUNCTIONS } from './functions';
import { PUBLIC } from './publicCharts';
import { STRUCTURE } from './structure';
import { TEXT } from './text';

export type { ChartCase };

/** Charts in the style of public ones, written for the tests. */
export const CHARTS: Readonly<Record<string, ChartCase>> = {
  ...FUNCTIONS,
  ...STRUCTURE,
  ...TEXT,
  ...PUBLIC,
  ...FAILING,
};
