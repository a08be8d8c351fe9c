import { RELATION_OWNED_BY } from '@backstage/catalog-model';
import {
  EntityRefLink,
  EntityRefLinks,
  getEntityRelations,
} from '@backstage/plugin-catalog-react';
import { Cell, ColumnConfig, Flex, Table, Text } from '@backstage/ui';
import { Quiet } from '../../primitives/Quiet';
import { HealthStatus } from '../HealthStatus/HealthStatus';
import { moduleSpec } from '../moduleSpec';
import { TeamModule } from './useTeamModules';
import styles from './TeamModuleTable.module.css';

const FACTS: ColumnConfig<TeamModule>[] = [
  {
    id: 'name',
    label: 'Module',
    isRowHeader: true,
    minWidth: 180,
    cell: ({ entity }) => (
      <Cell>
        <Flex direction="column" gap="0">
          <EntityRefLink entityRef={entity} defaultKind="module" hideIcon />
          {entity.metadata.description && (
            <Quiet>{entity.metadata.description}</Quiet>
          )}
        </Flex>
      </Cell>
    ),
  },
  {
    id: 'version',
    label: 'Version',
    minWidth: 120,
    cell: ({ entity }) => {
      const { version, category } = moduleSpec(entity);
      return (
        <Cell>
          <Flex direction="column" gap="0">
            <Text>{version}</Text>
            <Quiet>{category}</Quiet>
          </Flex>
        </Cell>
      );
    },
  },
  {
    id: 'owner',
    label: 'Accountable',
    minWidth: 140,
    cell: ({ entity }) => {
      const people = getEntityRelations(entity, RELATION_OWNED_BY, {
        kind: 'user',
      });
      return (
        <Cell>
          {people.length > 0 ? (
            <EntityRefLinks entityRefs={people} defaultKind="user" hideIcons />
          ) : (
            <Quiet>{moduleSpec(entity).owner ?? 'nobody'}</Quiet>
          )}
        </Cell>
      );
    },
  },
];

const RUNS: ColumnConfig<TeamModule> = {
  id: 'runs',
  label: 'Runs in',
  minWidth: 200,
  cell: ({ summary }) => {
    const running = summary?.environments.filter(one => one.deployed) ?? [];
    return (
      <Cell>
        {running.length === 0 ? (
          <Quiet>not deployed</Quiet>
        ) : (
          <ul className={styles.runs}>
            {running.map(({ environment, deployed, health }) => (
              <li key={environment}>
                <span>
                  {environment} {deployed?.version}
                </span>
                <HealthStatus health={health.status} />
              </li>
            ))}
          </ul>
        )}
      </Cell>
    );
  },
};

/** Modules as a table; without what is observed when that could not be asked. */
export function TeamModuleTable(props: {
  modules: TeamModule[];
  observed: boolean;
}) {
  const { modules, observed } = props;
  return (
    <div className={styles.table}>
      <Table
        columnConfig={observed ? [...FACTS, RUNS] : FACTS}
        data={modules}
        pagination={{ type: 'none' }}
      />
    </div>
  );
}
