import { useEffect, useRef, useState } from 'react';
import { Button } from '@backstage/ui';
import { RiArrowDownLine } from '@remixicon/react';
import { Virtuoso, VirtuosoHandle } from 'react-virtuoso';
import { LogEntry } from './LogBuffer';
import { GapRow } from './GapRow';
import { LogRow } from './LogRow';
import { LogView } from './LogView';
import { useFollowing } from './useFollowing';
import styles from './LogList.module.css';

const END = { index: 'LAST', align: 'end' } as const;

/**
 * A long list of log lines of which only the visible ones are drawn. It keeps to
 * the end until the reader scrolls away, and says how much came since.
 */
export function LogList(props: {
  entries: readonly LogEntry[];
  /** Lines that went before the first; keeps the place when lines are dropped. */
  firstIndex: number;
  /** More lines may come. */
  follow: boolean;
  view: LogView;
}) {
  const { entries, firstIndex, follow, view } = props;
  const list = useRef<VirtuosoHandle>(null);
  const goToEnd = () => list.current?.scrollToIndex(END);
  const { following, hand, onEnd, follow: resume } = useFollowing(goToEnd);
  const [leftAt, setLeftAt] = useState<number>();
  const last = entries.length > 0 ? entries[entries.length - 1].id : 0;

  useEffect(() => {
    setLeftAt(before => (following ? undefined : before ?? last));
  }, [following, last]);

  return (
    <div className={styles.root}>
      <Virtuoso
        ref={list}
        role="log"
        aria-live="off"
        aria-label="Log lines"
        data={entries as LogEntry[]}
        firstItemIndex={firstIndex}
        followOutput={following ? 'auto' : false}
        atBottomStateChange={onEnd}
        atBottomThreshold={24}
        computeItemKey={(_, entry) => entry.id}
        itemContent={(_, entry) =>
          entry.kind === 'line' ? (
            <LogRow line={entry.line} view={view} />
          ) : (
            <GapRow message={entry.message} />
          )
        }
        {...hand}
      />
      {!following && (
        <div className={styles.jump}>
          <Button
            size="small"
            variant="primary"
            iconStart={<RiArrowDownLine aria-hidden />}
            onPress={resume}
          >
            {follow ? pausedWords(last - (leftAt ?? last)) : 'Go to the end'}
          </Button>
        </div>
      )}
    </div>
  );
}

function pausedWords(lines: number): string {
  if (lines === 0) return 'Paused: follow again';
  const count = lines.toLocaleString('en');
  return `Paused: ${count} new ${lines === 1 ? 'line' : 'lines'}, follow again`;
}
