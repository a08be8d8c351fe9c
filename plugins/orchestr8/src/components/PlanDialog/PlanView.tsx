import { Quiet } from '../../primitives/Quiet';
import { ReactNode } from 'react';
import { Alert, Badge, Flex, Text } from '@backstage/ui';
import {
  ChangeAction,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Reasons } from '../../primitives/Reasons';
import { ChangeList } from './ChangeList';
import { PlanFindings } from './PlanFindings';
import { PlanDependencies } from './PlanDependencies';
import { PlanGates } from './PlanGates';
import { PlanSection } from './PlanSection';
import { shortHash } from './shortHash';
import styles from './PlanView.module.css';

/** All that a plan would do and all that speaks against it. */
export function PlanView(props: { plan: Plan }) {
  const { plan } = props;
  return (
    <Flex direction="column" gap="4">
      <Summary plan={plan} />
      {plan.refusals.length > 0 && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="This plan cannot be carried out"
          description={
            <Reasons of={plan.refusals.map(({ message }) => message)} />
          }
        />
      )}
      {plan.warnings.length > 0 && (
        <Alert
          status="warning"
          icon
          title={plan.warnings.length === 1 ? 'Warning' : 'Warnings'}
          description={<Reasons of={plan.warnings} />}
        />
      )}
      <PlanGates gates={plan.gates} />
      <PlanFindings findings={plan.findings} />
      <PlanDependencies dependencies={plan.dependencies} />
      <ChangeList changes={plan.changes} />
      <Problems plan={plan} />
      {plan.filledIn.length > 0 && (
        <PlanSection title="Filled in from the specification">
          {plan.filledIn.map(text => (
            <li key={text}>{text}</li>
          ))}
        </PlanSection>
      )}
    </Flex>
  );
}

function Summary(props: { plan: Plan }) {
  const { plan } = props;
  return (
    <Flex direction="column" gap="2">
      <div className={styles.head}>
        <Text weight="bold" variant="body-large">
          {titleOf(plan)}
        </Text>
        <Quiet>
          in {plan.cluster}/{plan.namespace}
        </Quiet>
        <Quiet title={plan.hash}>
          plan <code className={styles.mono}>{shortHash(plan.hash)}</code>
        </Quiet>
      </div>
      <ul className={styles.counts} aria-label="What would happen">
        {counts(plan).map(({ action, words }) => (
          <li key={action}>
            <Badge>{words}</Badge>
          </li>
        ))}
      </ul>
    </Flex>
  );
}

function Problems(props: { plan: Plan }): ReactNode {
  const { problems } = props.plan;
  if (problems.length === 0) return null;
  return (
    <PlanSection title="Problems in the files">
      {problems.map(({ code, severity, file, line, column, message, hint }) => (
        <li key={`${code}${file}${line}${column}${message}`}>
          <div>
            {severity}: {message}
          </div>
          <div className={styles.detail}>
            {file}:{line}:{column} ({code}){hint && ` ${hint}`}
          </div>
        </li>
      ))}
    </PlanSection>
  );
}

/** From which version to which, or why that says nothing. */
function titleOf({ kind, replaces, version, release }: Plan): string {
  if (kind === 'delete') return `${version} is taken away`;
  if (!replaces) return `${version}, for the first time`;
  if (replaces.release === release)
    return `${version}, which runs there already`;
  return replaces.version === version
    ? `${version}, with other content than runs there`
    : `${replaces.version} → ${version}`;
}

const WORDS: Record<ChangeAction, string> = {
  create: 'to create',
  update: 'to update',
  unchanged: 'unchanged',
  delete: 'to delete',
  skip: 'left alone',
};

function counts(plan: Plan): { action: ChangeAction; words: string }[] {
  return (Object.keys(WORDS) as ChangeAction[]).flatMap(action => {
    const count = plan.changes.filter(one => one.action === action).length;
    const always = action !== 'skip';
    return count > 0 || always
      ? [{ action, words: `${count} ${WORDS[action]}` }]
      : [];
  });
}
