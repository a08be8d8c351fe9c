import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  MISTAKES,
  seed,
} from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import { moduleText } from './__testUtils__/moduleText';
import {
  eventually,
  problemsOf,
  startCatalog,
  StoredEntity,
} from './__testUtils__/startCatalog';

jest.setTimeout(120_000);

/** Each module has a name of its own, of the same length, so that all else stays in its place. */
const files = MISTAKES.map((mistake, number) => {
  const { text, line, column } = seed(mistake);
  const name = `my-ser-${String(number).padStart(3, '0')}`;
  return {
    mistake,
    folder: name,
    text: text.replaceAll('my-service', name),
    line,
    column,
  };
});

it('refuses the names that this portal keeps to itself, wherever a module comes from', async () => {
  const directory = createMockDirectory({ content: {} });
  directory.setContent({
    'one/platform-tools/o8-module.yaml': moduleText('platform-tools'),
    'two/platform-base/o8-module.yaml': moduleText('platform-base'),
  });
  const catalog = await startCatalog({
    locations: [
      { type: 'file', target: directory.resolve('one/*/o8-module.yaml') },
    ],
    orchestr8: {
      modules: {
        folder: directory.resolve('two'),
        reservedNames: ['platform-*'],
      },
    },
  });
  for (const name of ['platform-tools', 'platform-base']) {
    const entity = await catalog.until(`module:${name}`);
    expect(problemsOf(entity)).toEqual([
      expect.stringMatching(/^error O8113 .*is reserved in this portal/),
    ]);
  }
  await catalog.stop();
});

describe('every mistake of an author is told by the catalog as by the command line', () => {
  const directory = createMockDirectory();
  let found: Map<string, StoredEntity>;

  beforeAll(async () => {
    directory.setContent(
      Object.fromEntries(
        files.map(({ folder, text }) => [`${folder}/o8-module.yaml`, text]),
      ),
    );
    const catalog = await startCatalog({
      locations: [
        { type: 'file', target: directory.resolve('*/o8-module.yaml') },
      ],
    });
    found = await eventually('one entity for each file', async () => {
      const modules = await catalog.entities('kind=module');
      const byFolder = new Map(
        modules.map(entity => [folderOf(entity), entity]),
      );
      return byFolder.size === files.length ? byFolder : undefined;
    });
  });

  it.each(files.map(file => [file.mistake.title, file] as const))(
    '%s',
    (_, { mistake, folder, line, column }) => {
      const severity = mistake.severity ?? 'error';
      const hint = mistake.hint ?? '';
      const start = `${severity} ${mistake.code} o8-module.yaml:${line}:${column} `;
      const told = problemsOf(found.get(folder)!).filter(problem =>
        problem.startsWith(start),
      );
      expect(told).not.toEqual([]);
      expect(
        told.some(problem =>
          problem.replaceAll(folder, 'my-service').endsWith(hint),
        ),
      ).toBe(true);
    },
  );
});

/** The folder whose file an entity came from. */
function folderOf({ metadata }: StoredEntity): string {
  const location = metadata.annotations?.['backstage.io/managed-by-location'];
  return location?.split('/').at(-2) ?? '';
}
