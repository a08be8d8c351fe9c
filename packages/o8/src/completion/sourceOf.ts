import { Argument, Command, Option } from 'commander';
import { FORMATS } from '../output/Printer';
import { DRAWINGS } from '../commands/deps';

/** Where the values of an option or an argument come from. */
export type Source =
  | 'environments'
  | 'modules'
  | 'modules-and-folders'
  | 'templates'
  | 'plans'
  | 'versions'
  | 'contexts'
  | 'folders'
  | 'files'
  /** Only the person knows. */
  | 'nobody'
  /** One of these. */
  | readonly string[];

const OPTIONS: Record<string, Source> = {
  '--environment': 'environments',
  '--from': 'environments',
  '--to': 'environments',
  '--template': 'templates',
  '--context': 'contexts',
  '--kubeconfig': 'files',
  '--output-dir': 'folders',
  '--link': 'folders',
  '--also': 'nobody',
  '--comment': 'nobody',
  '--container': 'nobody',
  '--pod': 'nobody',
  '--description': 'nobody',
  '--grep': 'nobody',
  '--limit': 'nobody',
  '--owner': 'nobody',
  '--reason': 'nobody',
  '--replicas': 'nobody',
  '--set': 'nobody',
  '--since': 'nobody',
  '--tail': 'nobody',
  '--team': 'nobody',
  '--timeout': 'nobody',
};

const ARGUMENTS: Record<string, Source> = {
  name: 'modules',
  'dir|name': 'modules-and-folders',
  dir: 'folders',
  plan: 'plans',
  url: 'nobody',
};

/** What is called alike and is something else. */
const EXCEPTIONS: Record<string, Source> = {
  'rollback --to': 'versions',
  'init name': 'nobody',
};

/** Source of an option's values; `undefined` for one that nobody thought of, which a test keeps from happening. */
export function sourceOfOption(
  command: Command,
  option: Option,
): Source | undefined {
  const { argChoices, long = '' } = option;
  if (argChoices) return argChoices;
  if (long === '--output') {
    return command.name() === 'deps' ? [...FORMATS, ...DRAWINGS] : FORMATS;
  }
  return EXCEPTIONS[`${command.name()} ${long}`] ?? OPTIONS[long];
}

/** Source of an argument's values; likewise. */
export function sourceOfArgument(
  command: Command,
  argument: Argument,
): Source | undefined {
  const name = argument.name();
  return (
    argument.argChoices ??
    EXCEPTIONS[`${command.name()} ${name}`] ??
    ARGUMENTS[name]
  );
}
