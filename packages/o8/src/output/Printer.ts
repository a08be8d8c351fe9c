import { EXIT, CommandError } from '../exit';
import { Terminal } from '../session/Terminal';
import { Style, styleOf } from './Style';

/** The formats that every verb knows. */
export const FORMATS = ['table', 'json', 'yaml'] as const;

/** The one way out: data to stdout in the format that was asked for, everything else to stderr. */
export class Printer {
  /** For stdout. */
  readonly style: Style;
  /** For stderr. */
  readonly aside: Style;
  private readonly terminal: Terminal;
  private readonly format: string;
  private readonly verbose: boolean;

  constructor(
    terminal: Terminal,
    options: { format: string; colour: boolean; verbose: boolean },
  ) {
    this.terminal = terminal;
    this.format = options.format;
    this.verbose = options.verbose;
    this.style = styleOf({ colour: options.colour });
    this.aside = this.style;
  }

  /** The data is for a program, not for a person. */
  get forMachines(): boolean {
    return this.format !== 'table';
  }

  /** The data of a verb: `value` for machines, `draw` for people, `extra` for formats of the verb's own. */
  async data(
    value: unknown,
    draw: (style: Style) => string,
    options: { extra?: Record<string, () => string | Promise<string>> } = {},
  ): Promise<void> {
    const extra = options.extra?.[this.format];
    if (extra) {
      this.terminal.stdout(await extra());
      return;
    }
    switch (this.format) {
      case 'table':
        this.terminal.stdout(draw(this.style));
        return;
      case 'json':
        this.terminal.stdout(`${JSON.stringify(value, null, 2)}\n`);
        return;
      case 'yaml': {
        const { stringify } = await import('yaml');
        this.terminal.stdout(
          stringify(value, { aliasDuplicateObjects: false }),
        );
        return;
      }
      default:
        throw unknownFormat(this.format, Object.keys(options.extra ?? {}));
    }
  }

  /** One value of a stream: a line of JSON, a YAML document, or a line for people. */
  async item(value: unknown, draw: (style: Style) => string): Promise<void> {
    if (this.format === 'json') {
      this.terminal.stdout(`${JSON.stringify(value)}\n`);
    } else if (this.format === 'yaml') {
      const { stringify } = await import('yaml');
      this.terminal.stdout(`---\n${stringify(value)}`);
    } else {
      this.terminal.stdout(draw(this.style));
    }
  }

  /** A sentence for the person. */
  say(text: string): void {
    this.terminal.stderr(text.endsWith('\n') ? text : `${text}\n`);
  }

  /** A sentence for those who asked for more with `-v`. */
  detail(text: string): void {
    if (this.verbose) this.say(this.aside.faint(text));
  }

  /** Refuses a format that the verb does not know, before it has done anything. */
  check(options: { extra?: readonly string[] } = {}): void {
    const known: readonly string[] = [...FORMATS, ...(options.extra ?? [])];
    if (!known.includes(this.format)) {
      throw unknownFormat(this.format, options.extra ?? []);
    }
  }
}

function unknownFormat(format: string, extra: readonly string[]): CommandError {
  return new CommandError(`There is no output format "${format}" here.`, {
    exitCode: EXIT.usage,
    hint: `Use -o with one of: ${[...FORMATS, ...extra].join(', ')}.`,
  });
}
