import { useId } from 'react';
import {
  Change,
  formatObjectRef,
  hooksOf,
  objectKey,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Folded } from './Folded';
import styles from './PlanView.module.css';

/** Jobs that run before and after, in the order in which they run. */
export function PlanHooks(props: { plan: Plan }) {
  const { changes, replaces } = props.plan;
  const id = useId();
  const upgrade = replaces !== undefined;
  const { pre, post, never } = hooksOf(changes, { upgrade });
  if (pre.length + post.length + never.length === 0) return null;
  const act = upgrade ? 'upgrade' : 'installation';
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id}>Hooks</h3>
      <Moment title="Before the release is applied" hooks={pre} />
      <Moment title="After the release is healthy" hooks={post} />
      {never.length > 0 && (
        <Folded
          summary={
            never.length === 1
              ? `1 hook does not run: this is an ${act}`
              : `${never.length} hooks do not run: this is an ${act}`
          }
        >
          {never.map(hook => (
            <li key={objectKey(hook.object)}>
              {formatObjectRef(hook.object)} ({momentsOf(hook)})
            </li>
          ))}
        </Folded>
      )}
    </section>
  );
}

function Moment(props: { title: string; hooks: Change[] }) {
  const id = useId();
  if (props.hooks.length === 0) return null;
  return (
    <>
      <div id={id} className={styles.about}>
        {props.title}, one after another:
      </div>
      <ol className={styles.steps} aria-labelledby={id}>
        {props.hooks.map(hook => (
          <li key={objectKey(hook.object)}>
            <span className={styles.mono}>{formatObjectRef(hook.object)}</span>
            <div className={styles.detail}>
              weight {hook.hook!.weight}, {momentsOf(hook)}, from {hook.source}
            </div>
          </li>
        ))}
      </ol>
    </>
  );
}

function momentsOf({ hook }: Change): string {
  return hook!.events.join(', ');
}
