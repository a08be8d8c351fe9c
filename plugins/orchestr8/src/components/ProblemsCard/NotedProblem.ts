import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';

/** A problem as the card shows it: what the catalog noted may have no place inside its file. */
export type NotedProblem = Omit<Problem, 'line' | 'column'> & {
  line?: number;
  column?: number;
};
