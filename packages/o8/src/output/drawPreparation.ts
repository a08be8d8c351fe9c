import {
  formatObjectRef,
  KubernetesObject,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Style, toned } from './Style';

const SYMBOLS = { create: '+', update: '~', unchanged: '=' } as const;

/** What preparing a cluster changes: an object a line, and a count. */
export function drawPreparation(
  steps: readonly {
    action: keyof typeof SYMBOLS;
    object: KubernetesObject;
  }[],
  style: Style,
): string {
  const count = (action: keyof typeof SYMBOLS) =>
    steps.filter(step => step.action === action).length;
  return [
    ...steps.map(({ action, object: { apiVersion, kind, metadata } }) => {
      const { name, namespace } = metadata;
      const ref = { apiVersion, kind, name, namespace };
      const symbol = toned(action, style, { text: SYMBOLS[action] });
      return `  ${symbol} ${formatObjectRef(ref)}\n`;
    }),
    `${count('create')} to create, ${count('update')} to update, ${count(
      'unchanged',
    )} unchanged\n`,
  ].join('');
}
