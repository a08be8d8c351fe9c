import { ClusterError, ClusterErrorReason } from '../../adapters/ClusterError';
import { FAILURE_GROUPS } from '.';
import { REFUSALS_BY_REASON } from './clusterFailure';
import { CauseWords, FailureCause } from './FailureCause';
import { OTHER_CAUSES } from './otherCauses';
import { REFUSALS_BY_WORDS } from './refusalsByWords';
import { saying } from './signs';

const HEAD = `# Why deployments fail

A deployment does not wait for its time to be up when waiting cannot help: it ends as soon
as one of these causes is certain, and says which object it is about, what the cluster
said of it, and what to do next. What is transient has its time to pass; a cause counts
once it has been seen for that long without a break. The more telling causes come first.

Those of images, configuration, volumes and crashes can be tried on the playground: give an
image the name of the cause as its tag, such as \`example/app:out-of-memory\`.

What is written between slashes is a regular expression; words in capitals stand for what
a deployment names.
`;

/** One cause as the page tells it: several signs where it is found in several ways. */
interface Entry extends Omit<CauseWords, 'sign'> {
  signs: string[];
}

/** The documentation of all causes of failure, from the tables by which they are found. */
export function failureCausesPage(): string {
  const told = new Map<string, Entry>();
  const sections = Object.entries(allCauses()).map(([title, causes]) => {
    const entries: Entry[] = [];
    for (const { sign, ...words } of causes) {
      const known = told.get(words.cause);
      if (known) {
        known.signs.push(sign);
        continue;
      }
      const entry = { ...words, signs: [sign] };
      told.set(words.cause, entry);
      entries.push(entry);
    }
    return { title, entries };
  });
  return [
    HEAD,
    ...sections
      .filter(({ entries }) => entries.length > 0)
      .map(
        ({ title, entries }) =>
          `## ${title}\n\n${entries.map(textOf).join('\n')}`,
      ),
  ].join('\n');
}

function textOf({ cause, means, signs, remedy }: Entry): string {
  const recognised =
    signs.length === 1
      ? `**Recognised by:** ${signs[0]}`
      : `**Recognised by:**\n\n${signs.map(sign => `- ${sign}`).join('\n')}`;
  return `### ${cause}\n\n${means}\n\n${recognised}\n\n**Remedy:** ${remedy}\n`;
}

function allCauses(): Record<string, readonly CauseWords[]> {
  return {
    ...Object.fromEntries(
      Object.entries(FAILURE_GROUPS).map(([title, causes]) => [
        title,
        causes.map(withGrace),
      ]),
    ),
    'What the cluster refuses to take': REFUSALS_BY_WORDS.map(
      ({ pattern, remedy, ...words }) => ({
        ...words,
        sign: `The cluster refuses an object${saying(pattern)}.`,
        remedy: remedy(sample('invalid')),
      }),
    ),
    'The cluster as a whole': [
      ...Object.entries(REFUSALS_BY_REASON).map(([reason, told]) => ({
        ...told,
        remedy: told.remedy(sample(reason as ClusterErrorReason)),
      })),
      ...OTHER_CAUSES,
    ],
  };
}

function withGrace({ graceMs, ...words }: FailureCause): CauseWords {
  return { ...words, sign: `${words.sign} ${graceOf(graceMs)}` };
}

function graceOf(ms: number): string {
  if (ms === 0) return 'It counts at once.';
  return Number.isFinite(ms)
    ? `It counts after ${ms / 1000} s.`
    : 'It may pass at any time, and is said when the time of the environment is up.';
}

function sample(reason: ClusterErrorReason): ClusterError {
  return new ClusterError('', {
    cluster: 'CLUSTER',
    reason,
    object: { apiVersion: 'v1', kind: 'OBJECT', name: 'NAME' },
    conflicts: [{ manager: 'MANAGER', field: 'FIELD' }],
  });
}
