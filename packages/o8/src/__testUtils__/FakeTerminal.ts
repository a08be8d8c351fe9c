import { Question, Terminal } from '../session/Terminal';

/** A terminal that remembers what was written; `answers` makes it interactive. */
export class FakeTerminal implements Terminal {
  out = '';
  err = '';
  readonly env: Record<string, string | undefined>;
  readonly cwd: string;
  readonly colour = false;
  readonly interactive: boolean;
  readonly questions: string[] = [];
  readonly interruption = new AbortController();
  readonly signal = this.interruption.signal;
  private readonly answers: (string | boolean)[];
  private time = Date.parse('2026-11-02T12:00:00Z');

  constructor(
    options: {
      answers?: (string | boolean)[];
      env?: Record<string, string>;
      cwd?: string;
    } = {},
  ) {
    this.answers = options.answers ?? [];
    this.interactive = options.answers !== undefined;
    this.cwd = options.cwd ?? '/nowhere';
    this.env = { HOME: '/nowhere', ...options.env };
  }

  stdout(text: string): void {
    this.out += text;
  }

  stderr(text: string): void {
    this.err += text;
  }

  async ask(question: Question): Promise<string> {
    return String(this.next(question.message));
  }

  async confirm(question: string): Promise<boolean> {
    return Boolean(this.next(question));
  }

  /** Time passes only in waiting, and then at once. */
  now(): number {
    return this.time;
  }

  async wait(milliseconds: number): Promise<void> {
    this.time += milliseconds;
  }

  private next(question: string): string | boolean {
    this.questions.push(question);
    const answer = this.answers.shift();
    if (answer === undefined) throw new Error(`Nobody answers "${question}".`);
    return answer;
  }
}
