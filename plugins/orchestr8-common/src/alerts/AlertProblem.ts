/** What is wrong with the condition, the PromQL or the objective of an alert. @public */
export interface AlertProblem {
  code: 'O8140' | 'O8141' | 'O8142' | 'O8143' | 'O8144';
  message: string;
  hint: string;
  /** Index of the character of the text that is meant. */
  index: number;
}
