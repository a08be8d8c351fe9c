import { objectRef } from '@orchestr8/backstage-plugin-orchestr8-common';
import { PolicyRule } from '../PolicyContext';

/** Every pod meets the module's Pod Security Standard, whatever kind of object it hides in. */
export const podSecurity: PolicyRule = (_manifests, context) => {
  const level = context.module.spec.security.podSecurityStandard;
  return context.podSecurity.flatMap(({ manifest, path, findings }) =>
    findings.map(({ reason, detail }) => ({
      object: objectRef(manifest.object),
      path: path ? `${path}.spec` : 'spec',
      rule: `pod-security-${level}`,
      message: `The pod breaks the standard "${level}": ${reason}${
        detail ? ` (${detail})` : ''
      }.`,
      remedy:
        'Change the pod accordingly, or declare a lower spec.security.podSecurityStandard.',
    })),
  );
};
