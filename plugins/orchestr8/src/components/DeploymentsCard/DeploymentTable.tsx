import { Cell, CellText, ColumnConfig, Table } from '@backstage/ui';
import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { formatDuration } from '../../primitives/formatDuration';
import { Person } from '../../primitives/Person';
import { Quiet } from '../../primitives/Quiet';
import { RelativeTime } from '../../primitives/RelativeTime';
import { DeploymentState } from '../DeploymentState/DeploymentState';

const COLUMNS: ColumnConfig<Deployment>[] = [
  {
    id: 'state',
    label: 'Outcome',
    isRowHeader: true,
    cell: ({ state }) => (
      <Cell>
        <DeploymentState state={state} />
      </Cell>
    ),
  },
  {
    id: 'what',
    label: 'What',
    cell: ({ kind, version, promotedFrom }) => (
      <Cell>
        {kind} {version}
        {promotedFrom && (
          <div>
            <Quiet>from {promotedFrom}</Quiet>
          </div>
        )}
      </Cell>
    ),
  },
  {
    id: 'environment',
    label: 'Environment',
    cell: ({ environment }) => <CellText title={environment} />,
  },
  {
    id: 'who',
    label: 'Who',
    cell: ({ requestedBy }) => (
      <Cell>
        <Person of={requestedBy} />
      </Cell>
    ),
  },
  {
    id: 'when',
    label: 'When',
    cell: ({ createdAt }) => (
      <Cell>
        <RelativeTime at={createdAt} />
      </Cell>
    ),
  },
  {
    id: 'took',
    label: 'Took',
    cell: deployment => <CellText title={timeTaken(deployment)} />,
  },
];

/** The history as a table; a row opens the steps of its deployment. */
export function DeploymentTable(props: {
  deployments: Deployment[];
  onShow: (id: string) => void;
}) {
  const { deployments, onShow } = props;
  return (
    <Table
      columnConfig={COLUMNS}
      data={deployments}
      pagination={{ type: 'none' }}
      rowConfig={{ onClick: ({ id }) => onShow(id) }}
    />
  );
}

function timeTaken({ startedAt, finishedAt }: Deployment): string {
  return startedAt && finishedAt
    ? formatDuration(Date.parse(finishedAt) - Date.parse(startedAt))
    : '';
}
