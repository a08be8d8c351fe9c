import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Alert, Flex } from '@backstage/ui';
import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { describeError } from '../../api/describeError';
import { CommandLine } from '../../primitives/CommandLine';
import { Loaded } from '../../primitives/Loaded';
import { StatusText } from '../../primitives/StatusText';
import { ForModule } from '../ForModule';
import { ProblemRow } from './ProblemRow';
import { ModuleProblems, useProblems } from './useProblems';
import styles from './ProblemsCard.module.css';

/** What is wrong with the module's files, where it stands, and what to do. @public */
export function ProblemsCard() {
  return (
    <ForModule>
      {({ name }) => <ModuleProblemsCard key={name} module={name} />}
    </ForModule>
  );
}

function ModuleProblemsCard(props: { module: string }) {
  const problems = useProblems(props.module);
  return (
    <EntityInfoCard title="Problems">
      <Loaded of={problems} what="the problems of this module">
        {value => <ProblemList of={value} />}
      </Loaded>
    </EntityInfoCard>
  );
}

function ProblemList(props: { of: ModuleProblems }) {
  const { problems, notChecked } = props.of;
  if (problems.length === 0) {
    return (
      <StatusText tone="success" icon={<RiCheckboxCircleLine aria-hidden />}>
        The files of this module are sound
      </StatusText>
    );
  }
  return (
    <Flex direction="column" gap="3">
      {notChecked && (
        <Alert
          status="warning"
          icon
          role="status"
          title="The files could not be checked now; this is what the catalog noted"
          description={describeError(notChecked).detail}
        />
      )}
      <div className={styles.count}>{countsOf(problems)}</div>
      <ul className={styles.list} aria-label="Problems">
        {problems.map(problem => (
          <ProblemRow
            key={[
              problem.code,
              problem.file,
              problem.line,
              problem.column,
              problem.message,
            ].join()}
            problem={problem}
          />
        ))}
      </ul>
      <CommandLine command="o8 module validate" />
    </Flex>
  );
}

function countsOf(problems: Problem[]): string {
  return (['error', 'warning', 'info'] as const)
    .map(severity => ({
      severity,
      count: problems.filter(one => one.severity === severity).length,
    }))
    .filter(({ count }) => count > 0)
    .map(({ severity, count }) =>
      severity === 'info'
        ? `${count} for information`
        : `${count} ${severity}${count === 1 ? '' : 's'}`,
    )
    .join(', ');
}
