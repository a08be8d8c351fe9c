import { at, isObject, listAt } from '../yaml/Located';
import { Finding, Rule } from './Rule';

const warning = (finding: Omit<Finding, 'severity'>): Finding => ({
  ...finding,
  severity: 'warning',
});

/** What good practice asks of a specification (language §10). */
export const goodPractice: Rule = module => {
  if (!isObject(at(module, ['spec']))) return [];
  const findings: Finding[] = [];
  if (
    isObject(at(module, ['metadata'])) &&
    at(module, ['metadata', 'description']) === undefined
  ) {
    findings.push(
      warning({
        code: 'O8301',
        path: ['metadata'],
        part: 'key',
        message: 'The module has no description.',
        hint: 'Add one sentence as `description`.',
      }),
    );
  }
  findings.push(...missingResources(module), ...missingChecks(module));
  listAt(module, ['spec', 'dependencies']).forEach((dependency, index) => {
    const name = at(dependency, ['name']);
    if (typeof name === 'string' && at(dependency, ['version']) === undefined) {
      findings.push(
        warning({
          code: 'O8305',
          path: ['spec', 'dependencies', index],
          message: `The dependency \`${name}\` takes any version.`,
          hint: `Write \`{ name: ${name}, version: "^1.0" }\` with the range that works.`,
        }),
      );
    }
  });
  return findings;
};

/** What good practice asks of a module where its users are. */
export const lastEnvironment: Rule = module =>
  listAt(module, ['spec', 'monitoring', 'alerts']).length > 0
    ? []
    : [
        warning({
          code: 'O8304',
          path: ['spec', 'monitoring'],
          part: 'key',
          message:
            'The module has no alerts in the last environment: nobody is told when it breaks.',
          hint: 'Add for example `{ name: HighErrorRate, condition: "error_rate > 5%" }` to `spec.monitoring.alerts`.',
        }),
      ];

function missingResources(module: unknown): Finding[] {
  const missing = ['requests', 'limits'].filter(
    part => at(module, ['spec', 'resources', part]) === undefined,
  );
  if (missing.length === 0) return [];
  const some = missing.length === 1;
  return [
    warning({
      code: 'O8302',
      path: some ? ['spec', 'resources'] : ['spec'],
      part: 'key',
      message: some
        ? `The resources of the module have no \`${missing[0]}\`.`
        : 'The module says nothing about the resources that it needs.',
      hint: `Add ${missing
        .map(part => `\`${part}\``)
        .join(' and ')} for cpu and memory to \`spec.resources\`.`,
    }),
  ];
}

function missingChecks(module: unknown): Finding[] {
  // A module that listens on nothing has nothing that could be asked.
  if (listAt(module, ['spec', 'networking', 'ports']).length === 0) return [];
  const checks = ['spec', 'monitoring', 'healthChecks'];
  const missing = ['liveness', 'readiness'].filter(
    kind => at(module, [...checks, kind]) === undefined,
  );
  if (missing.length === 0) return [];
  return [
    warning({
      code: 'O8303',
      path: checks,
      part: 'key',
      message: `The module has no ${missing.join(' and no ')} check.`,
      hint: `Add ${missing
        .map(kind => `\`${kind}\``)
        .join(' and ')} to \`spec.monitoring.healthChecks\`.`,
    }),
  ];
}
