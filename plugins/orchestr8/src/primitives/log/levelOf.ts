/** How bad a line of a log says it is. */
export type LogLevel = 'error' | 'warning';

const ERROR =
  /"level":"(error|fatal|panic)"|\b(ERROR|FATAL|PANIC|CRITICAL|SEVERE)\b|\blevel=(error|fatal|panic)\b|^(error|fatal|panic):|\b\w*(Exception|Error): /;
const WARNING =
  /"level":"warn(ing)?"|\b(WARN|WARNING)\b|\blevel=warn(ing)?\b|^warn(ing)?:/;

/** Reads the level from the usual forms of log lines; `undefined` when it has none. */
export function levelOf(text: string): LogLevel | undefined {
  const compact = text.replace(/"level"\s*:\s*/, '"level":');
  if (ERROR.test(compact)) return 'error';
  return WARNING.test(compact) ? 'warning' : undefined;
}
