import { CronExpressionParser } from 'cron-parser';
import { FreezeWindow } from '../deployment';

/**
 * The window that `now` (milliseconds since the epoch) falls in, and its end.
 * Windows are in UTC. Throws for a cron expression that is none.
 */
export function activeFreeze(
  windows: readonly FreezeWindow[],
  now: number,
): { window: FreezeWindow; end: number } | undefined {
  for (const window of windows) {
    const start = CronExpressionParser.parse(window.cron, {
      currentDate: new Date(now + 1),
      tz: 'UTC',
    })
      .prev()
      .getTime();
    const end = start + window.durationMs;
    if (now < end) return { window, end };
  }
  return undefined;
}

/** Why a text is no cron expression of five fields; undefined when it is one. */
export function cronProblem(cron: string): string | undefined {
  if (cron.trim().split(/\s+/).length !== 5 && !cron.startsWith('@')) {
    return 'it needs five fields: minute, hour, day, month, weekday';
  }
  try {
    CronExpressionParser.parse(cron, { tz: 'UTC' });
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
