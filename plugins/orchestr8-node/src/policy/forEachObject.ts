import {
  KubernetesObject,
  objectRef,
  PolicyFinding,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PolicyContext, PolicyRule } from './PolicyContext';

/** What a rule says of one object; the object itself is added. */
export type Verdict = Omit<PolicyFinding, 'object' | 'rule'>;

/** A rule that looks at each object by itself. `generated` says that we made it. */
export function forEachObject(
  rule: string,
  judge: (
    object: KubernetesObject,
    context: PolicyContext,
    options: { generated: boolean },
  ) => Verdict[],
): PolicyRule {
  return (manifests, context) =>
    manifests.flatMap(({ object, source }) =>
      judge(object, context, { generated: source === 'generated' }).map(
        verdict => ({ object: objectRef(object), rule, ...verdict }),
      ),
    );
}
