import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { Flex } from '@backstage/ui';
import { CommandLine } from '../../primitives/CommandLine';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { EnvironmentSelect } from '../environment/EnvironmentSelect';
import { InEnvironment } from '../environment/InEnvironment';
import { useEnvironmentChoice } from '../environment/useEnvironmentChoice';
import { ForModule } from '../ForModule';
import { LogViewer } from '../LogViewer/LogViewer';
import { LogQuestion } from './LogQuestion';
import { commandOf, useLogQuery } from './useLogQuery';

/** The logs of all pods of the module in one environment. @public */
export function LogsCard() {
  return (
    <ForModule>
      {({ name }) => <ModuleLogs key={name} module={name} />}
    </ForModule>
  );
}

function ModuleLogs(props: { module: string }) {
  const { module } = props;
  const choice = useEnvironmentChoice(module);
  return (
    <EntityInfoCard
      title="Logs"
      headerActions={
        choice.status === 'ready' &&
        choice.value && <EnvironmentSelect choice={choice.value} />
      }
    >
      <InEnvironment choice={choice}>
        {environment => (
          <EnvironmentLogs
            key={environment}
            module={module}
            environment={environment}
          />
        )}
      </InEnvironment>
    </EntityInfoCard>
  );
}

function EnvironmentLogs(props: { module: string; environment: string }) {
  const { module, environment } = props;
  const { query, question, setQuestion, pods, containers, deployed } =
    useLogQuery(module, environment);
  if (deployed === false) {
    return (
      <EmptyNotice title={`The module does not run in ${environment}`}>
        There are no pods, so there are no logs.
      </EmptyNotice>
    );
  }
  return (
    <Flex direction="column" gap="3">
      <LogQuestion
        question={question}
        pods={pods}
        containers={containers}
        onChange={setQuestion}
      />
      <LogViewer module={module} query={query} />
      <CommandLine command={commandOf(module, environment, question)} />
    </Flex>
  );
}
