import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import { ModuleFiles, parseModule, withEnvironment } from './module';
import { renderTemplate } from './template';

const ROOT = resolve(__dirname, '../../..');
const ENVIRONMENTS = ['local', 'dev', 'staging', 'production'];

/** A description that breaks every template which pastes text into YAML. */
const AWKWARD = `It's "quoted": 100% – {a}, [b] #c, $\{{ d }}`;

function filesIn(folder: string): ModuleFiles {
  const files = new Map<string, Uint8Array>();
  const walk = (directory: string) => {
    for (const name of readdirSync(directory).sort()) {
      const path = join(directory, name);
      if (statSync(path).isDirectory()) walk(path);
      else {
        files.set(
          relative(folder, path).split(sep).join('/'),
          new Uint8Array(readFileSync(path)),
        );
      }
    }
  };
  walk(folder);
  return files;
}

const foldersIn = (folder: string) =>
  readdirSync(join(ROOT, folder)).map(
    name => [name, join(ROOT, folder, name)] as const,
  );

function problemsEverywhere(files: ModuleFiles) {
  const { module, overlays, problems } = parseModule(files);
  const inEnvironments = ENVIRONMENTS.flatMap(environment =>
    module
      ? withEnvironment(module, {
          environment,
          overlay: overlays.get(environment),
        }).problems
      : [],
  );
  return [...problems, ...inEnvironments];
}

describe.each(foldersIn('templates'))('the template %s', (_, folder) => {
  it.each([undefined, 'An ordinary sentence.', AWKWARD])(
    'makes a module without a warning, described as %p',
    description => {
      const { files, problems } = renderTemplate(filesIn(folder), {
        name: 'orders',
        team: 'group:default/platform-team',
        owner: 'john.doe@company.com',
        ...(description ? { description } : {}),
        variables: {},
      });
      expect(problems).toEqual([]);
      expect(problemsEverywhere(files!)).toEqual([]);
      const written = parseModule(files!).module?.metadata.description;
      expect(written).toBe(description ?? written);
    },
  );
});

describe.each(foldersIn('catalog/modules'))('the module %s', (_, folder) => {
  it('has no errors in any environment', () => {
    const errors = problemsEverywhere(filesIn(folder)).filter(
      ({ severity }) => severity === 'error',
    );
    expect(errors).toEqual([]);
  });
});
