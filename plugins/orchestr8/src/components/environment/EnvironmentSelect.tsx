import { Select } from '@backstage/ui';
import { EnvironmentChoice } from './useEnvironmentChoice';

/** Picks the environment that a card shows. */
export function EnvironmentSelect(props: { choice: EnvironmentChoice }) {
  const { names, chosen, choose } = props.choice;
  return (
    <Select
      size="small"
      aria-label="Environment"
      options={names.map(name => ({ id: name, label: name }))}
      selectedKey={chosen}
      onSelectionChange={key => choose(String(key))}
    />
  );
}
