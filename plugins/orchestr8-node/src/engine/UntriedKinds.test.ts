import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { definition } from '../__fixtures__/definitions';
import { StandingKind } from '../policy/PolicyContext';
import { definedKinds } from '../adapters/definedKinds';
import { UntriedKinds } from './UntriedKinds';

const object: KubernetesObject = JSON.parse(definition('example.com'));
const standing = (as: StandingKind['standing']) =>
  definedKinds([object]).map(kind => ({ ...kind, standing: as }));
const thing = (name: string) => ({
  apiVersion: 'example.com/v1',
  kind: 'Thing',
  name,
});
const refusal = { kind: 'invalid' as const, message: 'unknown field' };
const changed = structuredClone(object);
changed.spec.versions[0].schema.openAPIV3Schema.properties.more = {};

describe('UntriedKinds', () => {
  it('names objects of a kind that comes, five of them, and counts the others', () => {
    const untried = new UntriedKinds(standing('comes'));
    for (const name of ['f', 'e', 'd', 'c', 'b', 'a', 'g']) {
      expect(untried.comes(thing(name))).toBe(true);
    }
    expect(untried.warnings()).toEqual([
      'Thing (example.com/v1), of which the definition comes with this release, could not be tried: only when a, b, c, d, e and 2 more is applied will it be seen whether the cluster takes it.',
    ]);
  });

  it.each(['served', 'needs-leave', 'foreign'] as const)(
    'says nothing of a kind that is %s',
    as => {
      const untried = new UntriedKinds(standing(as));
      expect(untried.comes(thing('a'))).toBe(false);
      expect(untried.judge(thing('a'), refusal)).toBe(refusal);
      expect(untried.warnings()).toEqual([]);
    },
  );

  it('lets a refusal pass by a definition that changes, and no other', () => {
    const untried = new UntriedKinds(standing('served'));
    const manifest = { object, source: 'charts/crds/a.yaml' };
    untried.learn({ manifest, live: object, after: object });
    expect(untried.judge(thing('a'), refusal)).toBe(refusal);
    untried.learn({ manifest, live: object, after: changed });
    expect(untried.judge(thing('a'), refusal)).toBeUndefined();
    const policy = { kind: 'policy' as const, message: 'somebody else' };
    expect(untried.judge(thing('a'), policy)).toBe(policy);
    expect(untried.judge({ ...thing('a'), kind: 'Other' }, refusal)).toBe(
      refusal,
    );
    expect(untried.warnings()).toHaveLength(1);
  });
});
