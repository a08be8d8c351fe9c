import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { Virtuoso, VirtuosoHandle } from 'react-virtuoso';
import { LogEntry } from './LogBuffer';
import { LogView } from './LogView';
import { LogRow } from './LogRow';
import styles from './LogList.module.css';

const END = { index: 'LAST', align: 'end' } as const;

/**
 * A long list of log lines of which only the visible ones are drawn. It follows
 * the end until the reader scrolls away, and says how much came since.
 */
export function LogList(props: {
  entries: readonly LogEntry[];
  /** Lines that went before the first; keeps the place when lines are dropped. */
  firstIndex: number;
  follow: boolean;
  view: LogView;
}) {
  const { entries, firstIndex, follow, view } = props;
  const list = useRef<VirtuosoHandle>(null);
  const [atEnd, setAtEnd] = useState(true);
  const [leftAt, setLeftAt] = useState<number>();
  const last = entries.length > 0 ? entries[entries.length - 1].id : 0;

  // A log is read from its end.
  useEffect(() => list.current?.scrollToIndex(END), []);
  useEffect(() => {
    setLeftAt(before => (atEnd ? undefined : before ?? last));
  }, [atEnd, last]);

  const since = leftAt === undefined ? 0 : last - leftAt;
  return (
    <div className={styles.root}>
      <Virtuoso
        ref={list}
        className={styles.list}
        role="log"
        aria-live="off"
        aria-label="Log lines"
        data={entries as LogEntry[]}
        firstItemIndex={firstIndex}
        followOutput={isAtEnd => (follow && isAtEnd ? 'auto' : false)}
        atBottomStateChange={setAtEnd}
        atBottomThreshold={24}
        computeItemKey={(_, entry) => entry.id}
        itemContent={(_, entry) => <LogRow line={entry.line} view={view} />}
      />
      {!atEnd && (
        <div className={styles.jump}>
          <Button
            size="small"
            variant="primary"
            iconStart={<RiArrowDownLine aria-hidden />}
            onPress={() => list.current?.scrollToIndex(END)}
          >
            {jumpWords(follow, since)}
          </Button>
        </div>
      )}
    </div>
  );
}

function jumpWords(follow: boolean, since: number): string {
  if (!follow) return 'Go to the end';
  return since > 0
    ? `Paused: ${since.toLocaleString('en')} new ${
        since === 1 ? 'line' : 'lines'
      }, follow again`
    : 'Paused: follow again';
}
