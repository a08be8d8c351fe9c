import { Flex, Select, Switch } from '@backstage/ui';
import { Question, Reach } from './useLogQuery';

const ALL = '*';

const REACHES: { id: string; label: string; reach: Reach }[] = [
  ...[100, 500, 1_000, 5_000].map(lines => ({
    id: `${lines} lines`,
    label: `Last ${lines.toLocaleString('en')} lines`,
    reach: { lines },
  })),
  ...[
    { label: 'Last 5 minutes', minutes: 5 },
    { label: 'Last 30 minutes', minutes: 30 },
    { label: 'Last 2 hours', minutes: 120 },
    { label: 'Last day', minutes: 1_440 },
  ].map(({ label, minutes }) => ({
    id: `${minutes} minutes`,
    label,
    reach: { minutes },
  })),
];

function idOf(reach: Reach): string {
  return 'lines' in reach ? `${reach.lines} lines` : `${reach.minutes} minutes`;
}

/** Which lines to ask for: pod, container, how far back, following, before the restart. */
export function LogQuestion(props: {
  question: Question;
  pods: string[];
  containers: string[];
  onChange: (question: Question) => void;
}) {
  const { question, pods, containers, onChange } = props;
  return (
    <Flex gap="4" align="end" style={{ flexWrap: 'wrap' }}>
      <OneOrAll
        label="Pod"
        all="All pods"
        names={pods}
        chosen={question.pod}
        onChoose={pod => onChange({ ...question, pod })}
      />
      <OneOrAll
        label="Container"
        all="All containers"
        names={containers}
        chosen={question.container}
        onChoose={container => onChange({ ...question, container })}
      />
      <Select
        size="small"
        label="How far back"
        options={REACHES.map(({ id, label }) => ({ id, label }))}
        selectedKey={idOf(question.reach)}
        onSelectionChange={key => {
          const found = REACHES.find(({ id }) => id === key);
          if (found) onChange({ ...question, reach: found.reach });
        }}
      />
      <Switch
        label="Follow"
        isSelected={question.follow && !question.previous}
        isDisabled={question.previous}
        onChange={follow => onChange({ ...question, follow })}
      />
      <Switch
        label="Before the last restart"
        isSelected={question.previous}
        onChange={previous => onChange({ ...question, previous })}
      />
    </Flex>
  );
}

/** One of these names or all; the one that is chosen stays to be seen when it has gone. */
function OneOrAll(props: {
  label: string;
  all: string;
  names: string[];
  chosen: string | undefined;
  onChoose: (name: string | undefined) => void;
}) {
  const { label, all, names, chosen, onChoose } = props;
  const gone = chosen !== undefined && !names.includes(chosen);
  return (
    <Select
      size="small"
      label={label}
      options={[
        { id: ALL, label: all },
        ...names.map(name => ({ id: name, label: name })),
        ...(gone ? [{ id: chosen, label: `${chosen} (gone)` }] : []),
      ]}
      selectedKey={chosen ?? ALL}
      onSelectionChange={key => onChoose(key === ALL ? undefined : String(key))}
    />
  );
}
