import { useState } from 'react';
import { Entity } from '@backstage/catalog-model';
import { EntityInfoCard, useEntity } from '@backstage/plugin-catalog-react';
import { Alert, Button, Flex } from '@backstage/ui';
import { RiCheckboxCircleLine } from '@remixicon/react';
import { describeError } from '../../api/describeError';
import { CommandLine } from '../../primitives/CommandLine';
import { Loaded } from '../../primitives/Loaded';
import { StatusText } from '../../primitives/StatusText';
import { useModuleSource } from '../../source/useModuleSource';
import { ForModule } from '../ForModule';
import { moduleSpec } from '../moduleSpec';
import { NotedProblem } from './NotedProblem';
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
  const { problems, refused, notChecked } = props.of;
  const [all, setAll] = useState(false);
  const shown = all ? problems : problems.slice(0, AT_FIRST);
  const { entity } = useEntity();
  const source = useModuleSource();
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
      {problems.some(({ severity }) => severity === 'error') && (
        <Alert
          status="danger"
          icon
          role="alert"
          title="The files of this module have errors"
          description={refused ? whatIsShown(entity) : CANNOT_BE_DEPLOYED}
        />
      )}
      <div className={styles.count}>{countsOf(problems)}</div>
      <ul className={styles.list} aria-label="Problems">
        {shown.map(problem => (
          <ProblemRow
            key={[
              problem.code,
              problem.file,
              problem.line,
              problem.column,
              problem.message,
            ].join()}
            problem={problem}
            source={source}
          />
        ))}
      </ul>
      {shown.length < problems.length && (
        <Button size="small" variant="tertiary" onPress={() => setAll(true)}>
          {`Show ${problems.length - shown.length} more`}
        </Button>
      )}
      <CommandLine command="o8 module validate" />
    </Flex>
  );
}

/** Problems that are shown before the reader asks for all; the worst come first. */
const AT_FIRST = 5;

const CANNOT_BE_DEPLOYED =
  'It cannot be deployed until they are mended. What runs is untouched.';

const INVALID = 'orchestr8.io/invalid';

/** The catalog keeps the last sound version of a module, if there ever was one. */
function whatIsShown(entity: Entity): string {
  if (entity.metadata.annotations?.[INVALID]) {
    return 'They have never been sound: until they are, nothing of the module can be shown or deployed.';
  }
  const { version } = moduleSpec(entity);
  return `This page shows the last good version${
    version ? `, ${version}` : ''
  }. What runs is untouched; new content is taken once the errors are mended.`;
}

function countsOf(problems: NotedProblem[]): string {
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
