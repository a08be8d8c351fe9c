import { AlertProblem } from './AlertProblem';

/** A service level objective taken apart. */
export interface Objective {
  /** Share of requests that may go wrong: 0.001 for 99.9 %. */
  budget: number;
  /** Seconds in which a request must be answered; absent: it must not fail. */
  within?: number;
  /** Days over which the share counts. */
  days: number;
}

/** Below it the fast burn would ask for more errors than there are requests. */
const LOWEST = 94;
/** Shorter periods make windows that few samples fall into; longer ones are kept by hardly any Prometheus. */
const DAYS = { least: 7, most: 90 };
const DAYS_OF = { d: 1, w: 7 };

const EXAMPLE = '99.9% over 30d';
const PERCENTAGE = /^\s*([0-9]{1,3}(?:\.[0-9]{1,9})?)\s*%/;
const WITHIN = /^\s*within\b\s*/;
const TIME = /^([0-9]{1,9}(?:\.[0-9]{1,9})?)\s*(ms|s)\b/;
const OVER = /^\s*over\b\s*/;
const PERIOD = /^([0-9]{1,6})\s*([dw])\s*$/;

/** Takes `<percentage>% [within <time>] over <period>` apart. */
export function parseObjective(
  text: string,
): { objective: Objective } | { problem: AlertProblem } {
  let index = 0;
  const take = (pattern: RegExp) => {
    const match = pattern.exec(text.slice(index));
    if (match) index += match[0].length;
    return match;
  };
  const refuse = (
    message: string,
    hint: string,
    at = placeOfWord(text, index),
  ) => ({
    problem: { code: 'O8143' as const, message, hint, index: at },
  });

  const percentage = take(PERCENTAGE);
  if (!percentage) {
    return refuse(
      'The objective does not start with a percentage.',
      `Write for example \`${EXAMPLE}\`.`,
    );
  }
  const share = Number(percentage[1]);
  const wrong = shareProblem(percentage[1], share);
  if (wrong) return refuse(wrong.message, wrong.hint, placeOfWord(text, 0));

  const timed = take(WITHIN);
  const time = timed && take(TIME);
  const within = time ? Number(time[1]) / (time[2] === 'ms' ? 1000 : 1) : 0;
  if (timed && !within) {
    return refuse(
      'After `within` stands no time.',
      `Write for example \`${percentage[1]}% within 300ms over 30d\`.`,
      time ? index - time[0].length : undefined,
    );
  }
  if (!take(OVER)) {
    return refuse(
      'The objective does not say over which period.',
      `Write for example \`${text.slice(0, index).trim()} over 30d\`.`,
    );
  }
  const start = index;
  const period = take(PERIOD);
  const days = period
    ? Number(period[1]) * DAYS_OF[period[2] as keyof typeof DAYS_OF]
    : NaN;
  if (!(days >= DAYS.least && days <= DAYS.most)) {
    return refuse(
      period
        ? `The period of an objective is from ${DAYS.least} to ${DAYS.most} days long, not ${days}.`
        : 'The period of an objective is a number of days or weeks.',
      `Write for example \`${text.slice(0, start).trim()} 30d\`.`,
      start,
    );
  }
  return {
    objective: {
      budget: Number((1 - share / 100).toPrecision(9)),
      ...(within ? { within } : {}),
      days,
    },
  };
}

function shareProblem(
  written: string,
  share: number,
): { message: string; hint: string } | undefined {
  if (share >= 100) {
    return {
      message: `An objective of ${written}% allows no error at all, and would be missed by the first one.`,
      hint: 'Write for example `99.9%`.',
    };
  }
  if (share >= LOWEST) return undefined;
  return share === 0
    ? {
        message: 'An objective of 0% is met whatever happens.',
        hint: 'Write for example `99.9%`.',
      }
    : {
        message: `An objective of ${written}% is below ${LOWEST}%: its budget is so large that no alert about it would ever fire.`,
        hint: 'Write for example `condition: "error_rate > 10%"`.',
      };
}

/** Where the next word starts. */
function placeOfWord(text: string, index: number): number {
  const ahead = text.slice(index).search(/\S/);
  return ahead < 0 ? text.trimEnd().length : index + ahead;
}
