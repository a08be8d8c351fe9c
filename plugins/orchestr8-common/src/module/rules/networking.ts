import { at, isObject, listAt, Path } from '../yaml/Located';
import { suggest } from '../shape/suggest';
import { Finding, Rule } from './Rule';

/** An Ingress that is on has a host and a port to lead to. */
export const ingressHost: Rule = module => {
  const path = ['spec', 'networking', 'ingress'];
  if (at(module, [...path, 'enabled']) !== true) return [];
  const findings: Finding[] = [];
  if (at(module, [...path, 'host']) === undefined) {
    findings.push({
      code: 'O8130',
      path,
      part: 'key',
      message: 'The Ingress is enabled but has no host.',
      hint: 'Add `host`, or set `enabled: false`.',
    });
  }
  if (listAt(module, ['spec', 'networking', 'ports']).length === 0) {
    findings.push({
      code: 'O8131',
      path,
      part: 'key',
      message: 'The Ingress is enabled but the module declares no port.',
      hint: 'Declare one under `spec.networking.ports`.',
    });
  }
  return findings;
};

/** A Service has each port once for each protocol. */
export const distinctPorts: Rule = module => {
  const path = ['spec', 'networking', 'ports'];
  const seen = new Map<string, unknown>();
  return listAt(module, path).flatMap((item, index): Finding[] => {
    const port = at(item, ['port']);
    if (typeof port !== 'number') return [];
    const protocol = at(item, ['protocol']) ?? 'TCP';
    const key = `${port}/${protocol}`;
    if (!seen.has(key)) {
      seen.set(key, at(item, ['name']));
      return [];
    }
    return [
      {
        code: 'O8132',
        path: [...path, index, 'port'],
        message: `The port ${key} is declared already, as \`${seen.get(
          key,
        )}\`.`,
        hint: 'Give it another number, or remove one of the two; a `targetPort` may be shared.',
      },
    ];
  });
};

/** Health checks and metrics use ports that are there. */
export const portReferences: Rule = module => {
  const ports = listAt(module, ['spec', 'networking', 'ports']);
  const names = ports
    .flatMap(port => [at(port, ['name']), at(port, ['targetPort'])])
    .filter((name): name is string => typeof name === 'string');
  const findings: Finding[] = [];

  const check = (path: Path, what: string, fallback: Path) => {
    const port = at(module, path);
    if (typeof port === 'string' && !names.includes(port)) {
      const meant = suggest(port, names);
      findings.push({
        code: 'O8131',
        path,
        message: `${what} uses the port \`${port}\`, which is not declared.`,
        hint: meant
          ? `Did you mean \`${meant}\`?`
          : 'Declare it under `spec.networking.ports`.',
      });
    }
    if (port === undefined && ports.length === 0) {
      findings.push({
        code: 'O8131',
        path: fallback,
        part: 'key',
        message: `${what} needs a port, and the module declares none.`,
        hint: 'Declare one under `spec.networking.ports`.',
      });
    }
  };

  for (const kind of ['liveness', 'readiness', 'startup']) {
    const probe: Path = ['spec', 'monitoring', 'healthChecks', kind];
    for (const handler of ['httpGet', 'tcpSocket']) {
      if (isObject(at(module, [...probe, handler]))) {
        check([...probe, handler, 'port'], `The ${kind} check`, probe);
      }
    }
  }
  const metrics: Path = ['spec', 'monitoring', 'metrics'];
  if (at(module, [...metrics, 'enabled']) === true) {
    check([...metrics, 'port'], 'The metrics endpoint', metrics);
  }
  return findings;
};
