/** Files of a chart whose text is a template; archives of sub-charts are read by Helm only. */
const TEMPLATE = /(^|\/)templates\//;
/** Actions, and in them what is no code: strings and comments. */
const ACTION = /\{\{[\s\S]*?\}\}/g;
const TOKENS = /"(?:[^"\\]|\\.)*"|`[^`]*`|\/\*[\s\S]*?\*\/|[.$]?\w+/g;

/** Template functions whose results are drawn. */
const DRAWS =
  /^(rand\w*|shuffle|uuidv4|gen(CA|SelfSigned|Signed|Private)\w*|htpasswd|bcrypt|encryptAES)$/;
/** What asks for the time → something else of the same type. */
const ANOTHER_MOMENT = new Map([
  ['now', '(toDate "2006-01-02 15:04:05" "2001-02-03 04:05:06")'],
  ['ago', 'print'],
]);

/** What of a chart may come out otherwise the next time. */
export interface Chance {
  /** The chart with another moment in the place of every `now`; the same map where nobody asks for the time. */
  atAnotherMoment: ReadonlyMap<string, Uint8Array>;
  /** It draws by lot: so few of what is drawn may differ that twice the same proves nothing. */
  draws: boolean;
}

/** Looks for what makes a chart's rendering depend on when and on luck. */
export function chanceIn(chart: ReadonlyMap<string, Uint8Array>): Chance {
  const decoder = new TextDecoder();
  const encoder = new TextEncoder();
  const texts = [...chart]
    .filter(([path]) => TEMPLATE.test(path))
    .map(([path, bytes]) => [path, decoder.decode(bytes)] as const);
  const moved = texts
    .map(([path, text]) => [path, text, atAnotherMoment(text)] as const)
    .filter(([, text, other]) => other !== text);
  return {
    atAnotherMoment:
      moved.length > 0
        ? new Map([
            ...chart,
            ...moved.map(
              ([path, , other]) => [path, encoder.encode(other)] as const,
            ),
          ])
        : chart,
    draws: texts.some(([, text]) =>
      (text.match(ACTION) ?? []).some(action =>
        (action.match(TOKENS) ?? []).some(token => DRAWS.test(token)),
      ),
    ),
  };
}

function atAnotherMoment(text: string): string {
  return text.replace(ACTION, action =>
    action.replace(TOKENS, token => ANOTHER_MOMENT.get(token) ?? token),
  );
}
