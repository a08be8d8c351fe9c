import { useNow } from './useNow';

const UNITS: [Intl.RelativeTimeFormatUnit, number][] = [
  ['year', 31_536_000],
  ['month', 2_592_000],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

/** `3 minutes ago`; the exact time is in the title. `at` is ISO 8601. */
export function RelativeTime(props: { at: string }) {
  const now = useNow();
  const at = new Date(props.at);
  if (Number.isNaN(at.getTime())) return <>{props.at}</>;
  return (
    <time dateTime={props.at} title={at.toLocaleString()}>
      {relativeTime(at.getTime() - now)}
    </time>
  );
}

/** Milliseconds from now in words; what is less than ten seconds away is `just now`. */
export function relativeTime(ms: number): string {
  const seconds = Math.round(ms / 1_000);
  if (Math.abs(seconds) < 10) return 'just now';
  const [unit, size] =
    UNITS.find(([, length]) => Math.abs(seconds) >= length) ??
    UNITS[UNITS.length - 1];
  return new Intl.RelativeTimeFormat('en', { numeric: 'auto' }).format(
    Math.trunc(seconds / size),
    unit,
  );
}
