import { Flex, Select, Switch } from '@backstage/ui';
import { Question } from './useLogQuery';

const ALL = '*';
const TAILS = [100, 500, 1_000, 5_000];

/** Which lines to ask for: container, how far back, following, before the restart. */
export function LogQuestion(props: {
  question: Question;
  containers: string[];
  onChange: (question: Question) => void;
}) {
  const { question, containers, onChange } = props;
  return (
    <Flex gap="4" align="end" style={{ flexWrap: 'wrap' }}>
      <Select
        size="small"
        label="Container"
        options={[
          { id: ALL, label: 'All containers' },
          ...containers.map(name => ({ id: name, label: name })),
        ]}
        selectedKey={question.container ?? ALL}
        onSelectionChange={key =>
          onChange({
            ...question,
            container: key === ALL ? undefined : String(key),
          })
        }
      />
      <Select
        size="small"
        label="From the end"
        options={TAILS.map(tail => ({
          id: String(tail),
          label: `${tail.toLocaleString('en')} lines`,
        }))}
        selectedKey={String(question.tail)}
        onSelectionChange={key => onChange({ ...question, tail: Number(key) })}
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
