import { Quiet } from '../../primitives/Quiet';
import { useMemo, useState } from 'react';
import { Alert, Flex } from '@backstage/ui';
import { LogQuery } from '@orchestr8/backstage-plugin-orchestr8-common';
import { describeError } from '../../api/describeError';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { ErrorNotice } from '../../primitives/ErrorNotice';
import { LiveMark } from '../../primitives/LiveMark';
import { LogEntry } from '../../primitives/log/LogBuffer';
import { LogList } from '../../primitives/log/LogList';
import { downloadLines } from './downloadLines';
import { LogView } from '../../primitives/log/LogView';
import { LogToolbar } from './LogToolbar';
import { countLines, matching } from './matching';
import { Logs, useLogs } from './useLogs';

const FIRST_VIEW: LogView = {
  filter: '',
  timestamps: true,
  pods: true,
  wrap: true,
};

/** The merged logs of a module's pods: follow, filter, download. */
export function LogViewer(props: {
  module: string;
  /** Keep it the same object for as long as the question is the same. */
  query: LogQuery;
}) {
  const { module, query } = props;
  const logs = useLogs(module, query);
  const [view, setView] = useState(FIRST_VIEW);
  const shown = useMemo(
    () => matching(logs.entries, view.filter),
    [logs.entries, view.filter],
  );
  if (logs.state === 'ended' && logs.error) {
    return <ErrorNotice error={logs.error} what="these logs" />;
  }
  return (
    <Flex direction="column" gap="2">
      <LogToolbar
        view={view}
        onChange={setView}
        onDownload={() =>
          downloadLines(`${module}-${query.environment}.log`, shown)
        }
      />
      {logs.state === 'reconnecting' && logs.error && (
        <Alert
          status="warning"
          icon
          role="status"
          title="The connection broke; it goes on from the last line as soon as it can"
          description={describeError(logs.error).detail}
        />
      )}
      {logs.notices.map((notice, index) => (
        <Alert key={`${index}${notice}`} status="info" icon title={notice} />
      ))}
      {shown.length === 0 ? (
        <Nothing logs={logs} filter={view.filter} />
      ) : (
        <LogList
          entries={shown}
          firstIndex={view.filter ? 0 : logs.dropped}
          follow={Boolean(query.follow)}
          view={view}
        />
      )}
      <Flex justify="between" align="center">
        <Quiet>{countOf(logs, { shown, filter: view.filter })}</Quiet>
        {query.follow && <LiveMark state={logs.state} />}
      </Flex>
    </Flex>
  );
}

function Nothing(props: { logs: Logs; filter: string }) {
  const { logs, filter } = props;
  if (logs.entries.length > 0) {
    return <EmptyNotice title={`No line contains “${filter}”`} />;
  }
  if (logs.state === 'ended') {
    return (
      <EmptyNotice title="The log is empty">
        The pods have written nothing yet.
      </EmptyNotice>
    );
  }
  return (
    <div role="status">
      <EmptyNotice title="No lines yet">
        Lines appear here as the pods write them.
      </EmptyNotice>
    </div>
  );
}

function countOf(
  logs: Logs,
  view: { shown: readonly LogEntry[]; filter: string },
): string {
  const all = countLines(logs.entries).toLocaleString('en');
  const lines = view.filter
    ? `${countLines(view.shown).toLocaleString('en')} of ${all} lines`
    : `${all} lines`;
  return logs.dropped > 0
    ? `${lines}; ${logs.dropped.toLocaleString(
        'en',
      )} older lines were dropped to make room`
    : lines;
}
