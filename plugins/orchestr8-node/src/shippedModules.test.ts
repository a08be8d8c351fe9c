import { readdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  ModuleFiles,
  renderTemplate,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlanBench } from './__fixtures__/PlanBench';
import { planInput, testEnvironment } from './__fixtures__/planInput';
import { createEngine } from './Engine';
import { RendererProcess } from './render';
import { readModuleFolder } from './source';

const ROOT = resolve(__dirname, '../../..');
const PATH = ['dev', 'staging', 'production'];
const namesIn = (folder: string) => readdirSync(join(ROOT, folder));

/** What a template makes of its defaults. */
async function fromTemplate(template: string): Promise<ModuleFiles> {
  const folder = join(ROOT, 'templates', template);
  const { files, problems } = renderTemplate(await readModuleFolder(folder), {
    name: `o8-${template}`,
    team: 'group:default/platform-team',
    owner: 'john.doe@company.com',
    description: 'An ordinary sentence.',
    variables: {},
  });
  if (!files) throw new Error(JSON.stringify(problems));
  return files;
}

const command = process.env.O8_RENDERER;
const describeWithRenderer = command ? describe : describe.skip;

describeWithRenderer('what is shipped (needs O8_RENDERER)', () => {
  const engine = createEngine({
    renderer: new RendererProcess({ command: command! }),
  });
  afterAll(() => engine.close());
  const validate = (files: ModuleFiles) =>
    engine.validate(files, {
      environments: PATH.map(name => testEnvironment(name)),
      render: true,
    });

  it.each(namesIn('catalog/modules'))(
    'the module %s has no problem in any environment',
    async name => {
      const folder = join(ROOT, 'catalog/modules', name);
      expect(await validate(await readModuleFolder(folder))).toEqual([]);
    },
  );

  it.each(namesIn('templates'))(
    'the template %s makes a module without a problem in any environment',
    async name => {
      expect(await validate(await fromTemplate(name))).toEqual([]);
    },
  );
});

const parts = PlanBench.parts();
const describeWithBoth = parts ? describe : describe.skip;

describeWithBoth('templates (need O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  let bench: PlanBench;
  beforeAll(() => {
    bench = new PlanBench(parts!);
  });
  afterAll(() => bench.close());

  it.each(namesIn('templates'))(
    'a module made from %s deploys, and is then as planned',
    async name => {
      const environment = testEnvironment('dev', bench.namespace(name));
      const make = async () =>
        bench.engine.plan(
          planInput(await fromTemplate(name), bench.cluster, { environment }),
        );
      const planned = await make();
      expect(planned.plan.refusals).toEqual([]);
      expect(await bench.execute(planned)).toMatchObject({
        state: 'succeeded',
      });
      const { changes } = (await make()).plan;
      expect(changes.filter(({ action }) => action !== 'unchanged')).toEqual(
        [],
      );
    },
    90_000,
  );
});
