import {
  Change,
  ChangeAction,
  formatObjectRef,
  objectKey,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Folded } from './Folded';
import { ObjectChange } from './ObjectChange';
import { PlanSection } from './PlanSection';

/** What is shown object by object, in this order. */
const SHOWN: { action: ChangeAction; title: string }[] = [
  { action: 'update', title: 'Updates' },
  { action: 'create', title: 'Creates' },
  { action: 'skip', title: 'Left alone' },
];

/** The objects of the release by what happens to them; what needs no reading is folded away. */
export function ChangeList(props: { changes: Change[] }) {
  const marked = props.changes.filter(isOnlyMarked);
  const unchanged = props.changes.filter(one => one.action === 'unchanged');
  const telling = props.changes.filter(one => !marked.includes(one));
  return (
    <>
      {SHOWN.map(({ action, title }) => {
        const changes = telling.filter(one => one.action === action);
        return changes.length === 0 ? null : (
          <PlanSection key={action} title={`${title} (${changes.length})`}>
            {changes.map(change => (
              <ObjectChange key={objectKey(change.object)} change={change} />
            ))}
          </PlanSection>
        );
      })}
      <Names
        of={marked}
        one="1 object changes in the version of its labels only"
        many="objects change in the version of their labels only"
      />
      <Names
        of={unchanged}
        one="1 object stays as it is"
        many="objects stay as they are"
      />
    </>
  );
}

function Names(props: { of: Change[]; one: string; many: string }) {
  const { of, one, many } = props;
  if (of.length === 0) return null;
  return (
    <Folded summary={of.length === 1 ? one : `${of.length} ${many}`}>
      {of.map(({ object }) => (
        <li key={objectKey(object)}>{formatObjectRef(object)}</li>
      ))}
    </Folded>
  );
}

const VERSION_LABEL = 'metadata.labels[app.kubernetes.io/version]';

/** Every release marks what it brings with its version: that alone is no news. */
function isOnlyMarked({ action, fields, takesOver }: Change): boolean {
  return (
    action === 'update' &&
    fields.length > 0 &&
    !takesOver &&
    fields.every(({ path }) => path === VERSION_LABEL)
  );
}
