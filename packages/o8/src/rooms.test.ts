import { resolve } from 'node:path';
import { ESLint } from 'eslint';

// Jest compiles it as a module, which it is not; only a rule about HTML forms would call it.
jest.mock('axe-core', () => ({}));

const root = resolve('../..');
const eslint = new ESLint({ cwd: root });

/** The rules that a file at a path would break if it held this text. */
async function rulesBrokenBy(path: string, text: string): Promise<string[]> {
  const [{ messages }] = await eslint.lintText(text, {
    filePath: resolve(root, path),
  });
  return messages.map(({ ruleId }) => ruleId ?? 'parse');
}

const scope = '@orchestr8/backstage-plugin';

describe('the lint keeps the rooms apart', () => {
  // The first file loads ESLint and all its plugins.
  jest.setTimeout(60_000);

  it.each([
    [
      'the language does not know the engine',
      'orchestr8-common/src/module/x.ts',
      `${scope}-orchestr8-node`,
    ],
    [
      'the engine does not know the service',
      'orchestr8-node/src/x.ts',
      `${scope}-orchestr8-backend`,
    ],
    [
      'the service does not know the cards',
      'orchestr8-backend/src/x.ts',
      `${scope}-orchestr8`,
    ],
    [
      'the cards do not know the engine',
      'orchestr8/src/x.ts',
      `${scope}-orchestr8-node`,
    ],
    [
      'the wizard does not know the service',
      'scaffolder-backend-module-orchestr8/src/x.ts',
      `${scope}-orchestr8-backend`,
    ],
    [
      'the command line does not know the service',
      '../packages/o8/src/x.ts',
      `${scope}-orchestr8-backend`,
    ],
    [
      'modules do not know the API',
      'orchestr8-common/src/module/x.ts',
      '../api/contract',
    ],
    [
      'deployments do not know promotion',
      'orchestr8-common/src/deployment/x.ts',
      '../promotion',
    ],
    [
      'plans are made without applying',
      'orchestr8-node/src/plan/x.ts',
      '../apply',
    ],
    [
      'policy judges without observing',
      'orchestr8-node/src/policy/x.ts',
      '../observe',
    ],
    ['observing does not write', 'orchestr8-node/src/observe/x.ts', '../apply'],
    [
      'adapters do not know the rooms above',
      'orchestr8-node/src/adapters/x.ts',
      '../observe',
    ],
  ])('%s', async (_, file, imported) => {
    const text = `import * as it from '${imported}';\n\nexport { it };\n`;
    expect(await rulesBrokenBy(`plugins/${file}`, text)).toContain(
      'import/no-restricted-paths',
    );
  });

  it('lets in what may be imported', async () => {
    const text = `import * as it from '${scope}-orchestr8-common';\n\nexport { it };\n`;
    const file = 'plugins/orchestr8-node/src/plan/x.ts';
    expect(await rulesBrokenBy(file, text)).toEqual([]);
  });

  it('keeps the Kubernetes client in its one folder', async () => {
    const text = `import * as it from '@kubernetes/client-node';\n\nexport { it };\n`;
    const rule = '@typescript-eslint/no-restricted-imports';
    const at = (folder: string) =>
      rulesBrokenBy(`plugins/orchestr8-node/src/${folder}/x.ts`, text);
    expect(await at('observe')).toContain(rule);
    expect(await at('adapters/kubernetes')).not.toContain(rule);
  });

  it.each([
    ['the clock', 'no-restricted-properties', 'Date.now()'],
    ['chance', 'no-restricted-properties', 'Math.random()'],
    ['the network', 'no-restricted-globals', "fetch('/')"],
  ])('keeps %s out of pure rooms', async (_, rule, expression) => {
    const text = `export const it = () => ${expression};\n`;
    for (const folder of [
      'orchestr8-common/src/module',
      'orchestr8-node/src/plan',
    ]) {
      expect(await rulesBrokenBy(`plugins/${folder}/x.ts`, text)).toContain(
        rule,
      );
    }
  });

  it('refuses any', async () => {
    const text = 'export const it = (value: any) => value;\n';
    expect(await rulesBrokenBy('packages/o8/src/x.ts', text)).toContain(
      '@typescript-eslint/no-explicit-any',
    );
  });
});
