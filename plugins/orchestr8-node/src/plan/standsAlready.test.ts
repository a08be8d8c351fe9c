import {
  KubernetesObject,
  Manifest,
  objectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import fc from 'fast-check';
import { PlanBench } from '../__fixtures__/PlanBench';
import { isRecord } from './isRecord';
import { managedFieldsOf } from './managedFields';
import { standsAlready } from './standsAlready';

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;
const ours = { fieldManager: 'orchestr8' };

describeWithBoth(
  'what stands already (needs O8_RENDERER, O8_TEST_KUBECONFIG)',
  () => {
    let bench: PlanBench;
    let deployed: { declared: KubernetesObject; live: KubernetesObject }[];

    const liveOf = (manifests: readonly Manifest[]) =>
      Promise.all(
        manifests.map(async ({ object }) => ({
          declared: object,
          live: (await bench.cluster.get(objectRef(object)))!,
        })),
      );

    beforeAll(async () => {
      bench = new PlanBench(parts!);
      const planned = await bench.plan('stands');
      await bench.execute(planned);
      deployed = await liveOf(planned.manifests);
    }, 60_000);
    afterAll(() => bench.close());

    it('is every object of a module that was just deployed', () => {
      const others = deployed.filter(
        ({ declared, live }) => !standsAlready(declared, live, ours),
      );
      expect(others.map(({ declared }) => declared.kind)).toEqual([]);
    });

    it('is nothing that the cluster would change: it answers a trial with the object as it is', async () => {
      for (const { declared, live } of deployed) {
        const { object } = await bench.cluster.apply(declared, {
          dryRun: true,
        });
        const {
          managedFields: _,
          resourceVersion: __,
          ...now
        } = object.metadata;
        expect({ ...object, metadata: now, status: undefined }).toEqual({
          ...live,
          metadata: expect.objectContaining(now),
          status: undefined,
        });
      }
    });

    it('is no object of which any value, field or item is declared otherwise', () => {
      const all = deployed.flatMap(({ declared, live }) =>
        placesIn(declared).map(path => ({ declared, live, path })),
      );
      fc.assert(
        fc.property(
          fc.nat(all.length - 1),
          fc.constantFrom('change', 'remove', 'add'),
          (index, how) => {
            const { declared, live, path } = all[index];
            const mutated = otherwise(declared, path, how);
            expect({
              what: `${declared.kind} ${path.join('.')}: ${how}`,
              stands: standsAlready(mutated, live, ours),
            }).toMatchObject({ stands: false });
          },
        ),
        { numRuns: 1_000 },
      );
    });

    it.each<[string, (live: KubernetesObject) => void]>([
      [
        'somebody else took a field of',
        live => {
          const entry = managedFieldsOf(live).find(
            ({ manager }) => manager === 'orchestr8',
          );
          delete entry!.fieldsV1!['f:spec']['f:template'];
        },
      ],
      [
        'somebody changed a value of',
        live => {
          live.spec.template.spec.containers[0].image = 'other:1';
        },
      ],
      [
        'is on its way out:',
        live => {
          live.metadata.deletionTimestamp = '2026-01-01T00:00:00Z';
        },
      ],
      [
        'nobody is recorded to have applied',
        live => {
          delete live.metadata.managedFields;
        },
      ],
      [
        'was last applied in another version:',
        live => {
          for (const entry of managedFieldsOf(live)) {
            entry.apiVersion = 'apps/v1beta1';
          }
        },
      ],
    ])('is nothing that %s a Deployment', (_, meddle) => {
      const { declared, live } = deployed.find(
        one => one.declared.kind === 'Deployment',
      )!;
      const meddled = structuredClone(live);
      meddle(meddled);
      expect(standsAlready(declared, meddled, ours)).toBe(false);
    });

    it('needs no trial to plan a release again', async () => {
      const trials: string[] = [];
      const planned = await bench.plan(
        'stands',
        {},
        {
          cluster: Object.assign(Object.create(bench.cluster), {
            writingAs: () => ({
              apply: (object: KubernetesObject) => {
                trials.push(object.kind);
                return bench.cluster.apply(object, { dryRun: true });
              },
              get: bench.cluster.get.bind(bench.cluster),
            }),
          }),
        },
      );
      expect(trials).toEqual([]);
      expect(new Set(planned.plan.changes.map(({ action }) => action))).toEqual(
        new Set(['unchanged']),
      );
    });
  },
);

type Path = readonly (string | number)[];

/** Where an object says something: every field and item of it, but for which object it is. */
function placesIn(value: unknown, path: Path = []): Path[] {
  const keys = Array.isArray(value)
    ? [...value.keys()]
    : Object.keys(isRecord(value) ? value : {});
  return keys
    .map(key => [...path, key])
    .filter(place => !IDENTITY.has(place.join('.')))
    .flatMap(place => [
      ...(place.join('.') === 'metadata' ? [] : [place]),
      ...placesIn(
        (value as Record<string | number, unknown>)[place.at(-1)!],
        place,
      ),
    ]);
}

const IDENTITY = new Set([
  'apiVersion',
  'kind',
  'metadata.name',
  'metadata.namespace',
]);

/** The object, declared otherwise in one place. */
function otherwise(
  object: KubernetesObject,
  path: Path,
  how: 'change' | 'remove' | 'add',
): KubernetesObject {
  const changed = structuredClone(object);
  const key = path.at(-1)!;
  const parent = path
    .slice(0, -1)
    .reduce((within, step) => within[step], changed);
  if (how === 'remove') {
    if (Array.isArray(parent)) parent.splice(Number(key), 1);
    else delete parent[key];
  } else if (how === 'add' && isRecord(parent[key])) {
    parent[key].somethingElse = 'x';
  } else {
    parent[key] = otherThan(parent[key]);
  }
  return changed;
}

function otherThan(value: unknown): unknown {
  switch (typeof value) {
    case 'string':
      return `${value}x`;
    case 'number':
      return value + 1;
    case 'boolean':
      return !value;
    default:
      return 'x';
  }
}
