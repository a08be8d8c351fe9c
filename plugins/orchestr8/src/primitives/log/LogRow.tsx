import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { levelOf } from './levelOf';
import { LogView } from './LogView';
import styles from './LogList.module.css';

// eslint-disable-next-line no-control-regex
const ANSI = /\u001b\[[0-9;?]*[ -/]*[@-~]/g;

const WORDS = { error: 'error', warning: 'warn' };

/** One line: time, pod, how bad it is in words, and the text without colour codes. */
export function LogRow(props: { line: LogLine; view: LogView }) {
  const { line, view } = props;
  const text = line.text.replace(ANSI, '');
  const level = levelOf(text);
  return (
    <div
      className={[styles.row, level && styles[level], view.wrap && styles.wrap]
        .filter(Boolean)
        .join(' ')}
    >
      {view.timestamps && (
        <time className={styles.aside} dateTime={line.time} title={line.time}>
          {clockOf(line.time)}
        </time>
      )}
      {view.pods && (
        <span className={styles.aside} title={`${line.pod}/${line.container}`}>
          {line.pod}
        </span>
      )}
      <span className={styles.level}>{level ? WORDS[level] : ''}</span>
      <span className={styles.text}>{text}</span>
    </div>
  );
}

/** `14:03:59.120` of the reader's own clock. */
function clockOf(time: string): string {
  const at = new Date(time);
  if (Number.isNaN(at.getTime())) return time;
  const two = (n: number) => String(n).padStart(2, '0');
  const ms = String(at.getMilliseconds()).padStart(3, '0');
  return `${two(at.getHours())}:${two(at.getMinutes())}:${two(
    at.getSeconds(),
  )}.${ms}`;
}
