import {
  DeploymentStep,
  formatObjectRef,
  objectKey,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { formatDuration } from '../../primitives/formatDuration';
import { Step, Steps } from '../../primitives/Steps';
import { useNow } from '../../primitives/useNow';
import styles from './DeploymentSteps.module.css';

const NAMES: Record<DeploymentStep['name'], string> = {
  plan: 'See that the plan still holds',
  hooks: 'Hooks',
  apply: 'Apply',
  wait: 'Wait until healthy',
  prune: 'Delete what is gone',
  record: 'Record',
  rollback: 'Put back what ran before',
};

/** The steps of a deployment: state, how long each took, and what it waits for. */
export function DeploymentSteps(props: {
  steps: DeploymentStep[];
  /** What the failure says already, and no step needs to repeat. */
  told?: string;
}) {
  const now = useNow(1_000);
  if (props.steps.length === 0) return null;
  return (
    <Steps label="Steps of the deployment">
      {props.steps.map((step, index) => (
        <Step
          key={`${index}${step.name}`}
          title={NAMES[step.name]}
          state={step.state}
          time={timeOf(step, now)}
        >
          {step.message && step.message !== props.told && (
            <div>{step.message}</div>
          )}
          <Objects step={step} />
        </Step>
      ))}
    </Steps>
  );
}

function Objects(props: { step: DeploymentStep }) {
  const { objects = [], state } = props.step;
  const failed = objects.filter(({ outcome }) => outcome === 'failed');
  if (objects.length === 0) return null;
  return (
    <>
      {failed.map(({ object, message }) => (
        <div key={objectKey(object)} className={styles.failed}>
          Failed: {formatObjectRef(object)}
          {message && `: ${message}`}
        </div>
      ))}
      <details open={state === 'running'}>
        <summary className={styles.summary}>
          {objects.length === 1 ? '1 object' : `${objects.length} objects`}
        </summary>
        <ul className={styles.objects}>
          {objects.map(({ object, action, outcome }) => (
            <li key={objectKey(object)}>
              {formatObjectRef(object)}: {action},{' '}
              {outcome === 'done' ? 'done' : 'failed'}
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function timeOf(step: DeploymentStep, now: number): string | undefined {
  if (!step.startedAt) return undefined;
  const begin = Date.parse(step.startedAt);
  if (step.finishedAt)
    return formatDuration(Date.parse(step.finishedAt) - begin);
  const seconds = Math.floor((now - begin) / 1_000);
  return seconds > 0 ? formatDuration(seconds * 1_000) : undefined;
}
