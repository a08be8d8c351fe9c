import { readFileSync, writeFileSync } from 'fs';
import { resolve } from 'path';
import { parse, stringify } from 'yaml';
import {
  eventually,
  problemsOf,
  relationsOf,
  startCatalog,
  StoredEntity,
} from './__testUtils__/startCatalog';

jest.setTimeout(60_000);

const checkout = resolve(__dirname, '../../..');

/** All that the catalog has to say of the example; `UPDATE_GOLDEN=1` writes it anew. */
const golden = resolve(__dirname, '__fixtures__/exampleOrganisation.yaml');

/** An entity without what differs from start to start and from machine to machine. */
function comparable(entity: StoredEntity) {
  const { uid, etag, ...metadata } = entity.metadata;
  const text = JSON.stringify({
    ...entity,
    metadata,
    relations: relationsOf(entity),
    status: (entity.status?.items ?? []).map(({ level, message }) => [
      level,
      message,
    ]),
  });
  return JSON.parse(text.replaceAll(checkout, 'CHECKOUT'));
}

describe.each([
  { way: 'by the processor alone', modelLayer: false },
  { way: 'by the model layer and the processor', modelLayer: true },
])(
  'the modules, templates and people of the portal, $way',
  ({ modelLayer }) => {
    let catalog: Awaited<ReturnType<typeof startCatalog>>;

    beforeAll(async () => {
      catalog = await startCatalog({
        orchestr8: { catalog: { modelLayer } },
        locations: [
          'catalog/org.yaml',
          'catalog/modules/*/o8-module.yaml',
          'templates/*/o8-module.yaml',
        ].map(target => ({ type: 'file', target: resolve(checkout, target) })),
      });
    });

    it('are in the catalog as they should be, whole: entities, relations and problems', async () => {
      const look = async () => {
        const entities = await catalog.entities();
        return entities
          .filter(({ kind }) => kind !== 'Location')
          .map(comparable)
          .sort((a, b) => order(a).localeCompare(order(b)));
      };
      if (process.env.UPDATE_GOLDEN && !modelLayer) {
        writeFileSync(golden, stringify(await settled(look)));
      }
      const wanted = parse(readFileSync(golden, 'utf8'));
      const equal = await eventually('the whole', async () =>
        JSON.stringify(await look()) === JSON.stringify(wanted)
          ? true
          : undefined,
      ).catch(() => false);
      expect(equal ? wanted : await look()).toEqual(wanted);
    });

    it('relates my-service to its team, its owner and its dependencies', async () => {
      const module = await catalog.until(
        'module:my-service',
        found => relationsOf(found).length >= 6,
      );
      expect(relationsOf(module)).toEqual([
        'dependsOn module:default/monitoring-stack',
        'dependsOn module:default/postgresql',
        'dependsOn module:default/redis',
        'hasPart component:default/my-service',
        'ownedBy group:default/platform-team',
        'ownedBy user:default/john.doe',
      ]);
      expect(module.metadata.annotations).toMatchObject({
        'backstage.io/kubernetes-label-selector':
          'orchestr8.io/module=my-service',
        'backstage.io/managed-by-location': `file:${resolve(
          checkout,
          'catalog/modules/my-service/o8-module.yaml',
        )}`,
      });
      expect(module.spec?.owner).toBe('john.doe@company.com');
    });

    it('relates the other way too', async () => {
      const postgresql = await catalog.until('module:postgresql', found =>
        relationsOf(found).some(relation =>
          relation.startsWith('dependencyOf'),
        ),
      );
      expect(relationsOf(postgresql)).toContain(
        'dependencyOf module:default/my-service',
      );
      const team = await catalog.until('group:platform-team', found =>
        relationsOf(found).includes('ownerOf module:default/my-service'),
      );
      expect(relationsOf(team)).toContain(
        'ownerOf component:default/my-service',
      );
    });

    it('emits a Component of the same name, owned by the team', async () => {
      const component = await catalog.until('component:my-service', found =>
        relationsOf(found).includes('partOf module:default/my-service'),
      );
      expect(component.spec).toEqual({
        type: 'backend-service',
        lifecycle: 'experimental',
        owner: 'group:default/platform-team',
      });
      expect(component.metadata.annotations).toMatchObject({
        'orchestr8.io/module': 'my-service',
        'orchestr8.io/version': '1.0.0',
        'backstage.io/kubernetes-id': 'my-service',
      });
    });

    it.each(['my-service', 'postgresql', 'redis', 'monitoring-stack'])(
      'finds nothing wrong with %s',
      async name => {
        expect(problemsOf(await catalog.until(`module:${name}`))).toEqual([]);
      },
    );

    it.each(['microservice', 'frontend', 'job', 'database'])(
      'offers the template %s in the wizard',
      async name => {
        const template = await catalog.until(`template:${name}`);
        const { steps } = template.spec as { steps: { action: string }[] };
        expect(steps.map(({ action }) => action)).toEqual([
          'orchestr8:module:create',
          'orchestr8:module:publish',
        ]);
      },
    );
  },
);

const order = ({ kind, metadata }: StoredEntity) => `${kind} ${metadata.name}`;

/** What `look` finds as soon as it has found the same for a good while. */
async function settled<T>(look: () => Promise<T>): Promise<T> {
  let last = { text: '', times: 0 };
  return eventually('rest', async () => {
    const found = await look();
    const text = JSON.stringify(found);
    last = { text, times: text === last.text ? last.times + 1 : 0 };
    return last.times > 60 ? found : undefined;
  });
}
