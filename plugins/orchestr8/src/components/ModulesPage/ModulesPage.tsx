import { Quiet } from '../../primitives/Quiet';
import {
  Cell,
  CellText,
  ColumnConfig,
  Container,
  Flex,
  SearchField,
  Table,
  Text,
  useTable,
} from '@backstage/ui';
import { EntityRefLink } from '@backstage/plugin-catalog-react';
import { ModuleSummary } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { LiveMark } from '../../primitives/LiveMark';
import { Loaded } from '../../primitives/Loaded';
import { StreamState } from '../../primitives/keepReading';
import { HealthStatus } from '../HealthStatus/HealthStatus';
import { Modules, useModules } from './useModules';

type Row = ModuleSummary & { id: string };

/** Every module in every environment: version and health. @public */
export function ModulesPage() {
  const { modules, live } = useModules();
  return (
    <main>
      <Container my="4">
        <Loaded of={modules} what="the modules">
          {value =>
            value.modules.length === 0 ? (
              <EmptyNotice title="There are no modules yet">
                Create one from a template, or register an o8-module.yaml.
              </EmptyNotice>
            ) : (
              <Matrix modules={value} live={live} />
            )
          }
        </Loaded>
      </Container>
    </main>
  );
}

function Matrix(props: { modules: Modules; live: StreamState }) {
  const { modules, environments } = props.modules;
  const { tableProps, search } = useTable<Row>({
    mode: 'complete',
    data: modules.map(module => ({ ...module, id: module.entityRef })),
    paginationOptions: { pageSize: 50 },
    searchFn: (rows, text) =>
      rows.filter(({ name, team, description = '' }) =>
        `${name} ${team} ${description}`
          .toLocaleLowerCase('en')
          .includes(text.toLocaleLowerCase('en')),
      ),
  });
  return (
    <Flex direction="column" gap="3">
      <LiveMark state={props.live} />
      <SearchField
        aria-label="Find a module"
        placeholder="Find by name, team or description"
        {...search}
      />
      <Table columnConfig={columnsOf(environments)} {...tableProps} />
    </Flex>
  );
}

function columnsOf(environments: string[]): ColumnConfig<Row>[] {
  return [
    {
      id: 'name',
      label: 'Module',
      isRowHeader: true,
      cell: ({ entityRef, name, description }) => (
        <Cell>
          <Flex direction="column" gap="0">
            <EntityRefLink entityRef={entityRef} hideIcon>
              {name}
            </EntityRefLink>
            {description && <Quiet>{description}</Quiet>}
          </Flex>
        </Cell>
      ),
    },
    {
      id: 'team',
      label: 'Team',
      cell: ({ team }) => <CellText title={team} />,
    },
    {
      id: 'version',
      label: 'In the catalog',
      cell: ({ version }) => <CellText title={version} />,
    },
    ...environments.map(
      (environment): ColumnConfig<Row> => ({
        id: `environment:${environment}`,
        label: environment,
        cell: module => (
          <Cell>
            <There module={module} environment={environment} />
          </Cell>
        ),
      }),
    ),
  ];
}

function There(props: { module: ModuleSummary; environment: string }) {
  const there = props.module.environments.find(
    ({ environment }) => environment === props.environment,
  );
  if (!there?.deployed) {
    return <Quiet>not deployed</Quiet>;
  }
  return (
    <Flex direction="column" gap="0">
      <Text weight="bold">{there.deployed.version}</Text>
      <HealthStatus health={there.health.status} />
    </Flex>
  );
}
