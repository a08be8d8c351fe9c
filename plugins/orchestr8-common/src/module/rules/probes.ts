import { at, isObject } from '../yaml/Located';
import { Finding, Rule } from './Rule';

const HANDLERS = ['httpGet', 'tcpSocket', 'grpc', 'exec'];

/** A probe object has exactly one way to ask. */
export const probeHandlers: Rule = module =>
  ['liveness', 'readiness', 'startup'].flatMap((kind): Finding[] => {
    const path = ['spec', 'monitoring', 'healthChecks', kind];
    const probe = at(module, path);
    if (!isObject(probe)) return [];
    const given = HANDLERS.filter(handler => handler in probe);
    if (given.length === 1) return [];
    return [
      {
        code: 'O8105',
        path,
        part: 'key',
        message: given.length
          ? `The ${kind} check has several handlers: ${given.join(', ')}.`
          : `The ${kind} check does not say what to ask.`,
        hint: `Keep exactly one of ${HANDLERS.join(
          ', ',
        )}; or write a path alone.`,
      },
    ];
  });
