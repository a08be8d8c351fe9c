import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Style } from './Style';

/** A line of a log after the pod that wrote it. */
export function drawLogLine({ pod, text }: LogLine, style: Style): string {
  return `${style.faint(`${pod} │`)} ${text}\n`;
}
