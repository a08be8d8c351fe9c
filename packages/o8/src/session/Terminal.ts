/** What a verb may know of the world around it; tests give their own. */
export interface Terminal {
  /** Data, and nothing else. */
  stdout(text: string): void;
  /** Everything that is not data: progress, questions, warnings, errors. */
  stderr(text: string): void;
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
  /** A person can be asked: input and messages are on a terminal. */
  readonly interactive: boolean;
  /** Colour is welcome, unless `--no-color` says otherwise. */
  readonly colour: boolean;
  /** Width of the terminal in columns; absent when there is none. */
  readonly columns?: number;
  /** Aborts when the person interrupts. */
  readonly signal: AbortSignal;
  /** Asks for one line. Rejects with an `Interrupted` when the person gives up. */
  ask(question: Question): Promise<string>;
  /** Asks for a yes. */
  confirm(question: string): Promise<boolean>;
  /** Milliseconds since the epoch. */
  now(): number;
  /** Resolves after so many milliseconds, or at once when the signal aborts. */
  wait(milliseconds: number, signal: AbortSignal): Promise<void>;
}

/** One question: `choices` makes it a list to choose from, `secret` hides what is typed. */
export interface Question {
  message: string;
  initial?: string;
  choices?: readonly { value: string; label: string; hint?: string }[];
  secret?: boolean;
}
