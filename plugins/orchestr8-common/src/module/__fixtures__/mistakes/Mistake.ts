import { MY_SERVICE } from '../myService';

/** One slip of an author in {@link MY_SERVICE}, and what is said about it. */
export interface Mistake {
  title: string;
  /** What is replaced in the example. */
  from: string;
  /** By what; `»` stands where the problem must point, and is taken out. */
  to: string;
  code: string;
  /** The whole hint. */
  hint: string;
  /** Default `error`. */
  severity?: 'error' | 'warning';
}

/** The text with the mistake in it, and where its problem must stand. */
export function seed(mistake: Mistake): {
  text: string;
  line: number;
  column: number;
} {
  if (!MY_SERVICE.includes(mistake.from)) {
    throw new Error(`The example does not hold "${mistake.from}".`);
  }
  const marked = MY_SERVICE.replace(mistake.from, () => mistake.to);
  const before = marked.slice(0, marked.indexOf('»')).split('\n');
  return {
    text: marked.replace('»', ''),
    line: before.length,
    column: before[before.length - 1].length + 1,
  };
}
