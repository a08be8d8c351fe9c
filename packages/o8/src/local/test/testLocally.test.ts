import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Mono } from '../../__testUtils__/Mono';
import { FakeTerminal } from '../../__testUtils__/FakeTerminal';
import { runO8 } from '../../__testUtils__/runO8';
import { TestReport } from './TestReport';

const parts = Mono.parts();
const whenPlayground = parts ? describe : describe.skip;

const hook = (kind: 'Pod' | 'Job', tag: string = '1') => {
  const spec = `{ restartPolicy: Never, containers: [{ name: probe, image: "example/probe:${tag}" }] }`;
  return [
    kind === 'Pod' ? 'apiVersion: v1' : 'apiVersion: batch/v1',
    `kind: ${kind}`,
    `metadata: { name: probe-${tag}, annotations: { helm.sh/hook: test } }`,
    kind === 'Pod'
      ? `spec: ${spec}`
      : `spec: { backoffLimit: 0, template: { spec: ${spec} } }`,
    '',
  ].join('\n');
};

whenPlayground('test (needs O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  let mono: Mono;
  beforeAll(async () => {
    mono = await Mono.create(parts!);
  });
  afterAll(() => mono.close());

  const run = async (
    name: string,
    options: { flags?: string; terminal?: FakeTerminal } = {},
  ) => {
    const { flags = '', terminal = mono.terminal() } = options;
    const line = `module test ./${name} -o json ${flags}`.trim();
    const { code, out, err } = await runO8(line, { terminal });
    const report = out ? (JSON.parse(out) as TestReport) : undefined;
    return { code, err, report };
  };
  const stagesOf = (report?: TestReport) =>
    report?.stages.map(({ name, state }) => `${name} ${state}`);

  it('deploys to a namespace of its own, runs the tests of the chart, and leaves nothing', async () => {
    const name = await mono.module(mono.name('sound'), {
      files: { 'charts/templates/tests/a.yaml': hook('Pod') },
    });
    const { code, report } = await run(name);
    expect(stagesOf(report)).toEqual([
      'validate passed',
      'render passed',
      'dry-run passed',
      'deploy passed',
      'tests passed',
      'clean-up passed',
    ]);
    expect(code).toBe(0);
    expect(report).toMatchObject({
      module: name,
      outcome: 'passed',
      kept: false,
      tests: [{ outcome: 'passed', object: { name: 'probe-1' } }],
    });
    expect(report?.namespace).toMatch(new RegExp(`^${name}-test-[a-z0-9]{4}$`));
    expect(await mono.has(report!.namespace)).toBe(false);
  }, 120_000);

  it('fails with what a test said, and runs the others', async () => {
    const name = await mono.module(mono.name('broken'), {
      files: {
        'charts/templates/tests/a.yaml': hook('Job', 'crash'),
        'charts/templates/tests/b.yaml': hook('Pod'),
      },
    });
    const { code, report } = await run(name);
    expect(code).toBe(1);
    expect(report).toMatchObject({
      outcome: 'failed',
      tests: [{ outcome: 'passed' }, { outcome: 'failed' }],
    });
    expect(report?.tests[1].log.join('\n')).toContain('exiting');
    expect(await mono.has(report!.namespace)).toBe(false);
  }, 120_000);

  it('names the cause when the module does not come up, warns of what it depends on, and cleans up', async () => {
    const name = await mono.module(mono.name('stuck'), {
      files: {
        'environments/local.yaml': 'image: { tag: missing }\n',
        'charts/templates/tests/a.yaml': hook('Pod'),
      },
      edit: text =>
        text.replace(
          /^spec:$/m,
          'spec:\n  dependencies: [{ name: nowhere, version: "^1.0" }]',
        ),
    });
    const { code, report } = await run(name);
    expect(code).toBe(1);
    expect(stagesOf(report)).toEqual([
      'validate passed',
      'render passed',
      'dry-run passed',
      'deploy failed',
      'clean-up passed',
    ]);
    expect(report?.failure).toMatchObject({ remedy: expect.any(String) });
    expect(report?.warnings[0]).toContain('nowhere ^1.0');
    expect(await mono.has(report!.namespace)).toBe(false);
  }, 120_000);

  it('cleans up when it is interrupted', async () => {
    const name = await mono.module(mono.name('left'));
    const terminal = mono.terminal();
    const namespaceOf = () =>
      /the namespace (\S+)/.exec(terminal.err)?.[1] ?? '';
    const told = terminal.stderr.bind(terminal);
    let stood = false;
    terminal.stderr = text => {
      told(text);
      if (/… wait /.test(text) && !terminal.signal.aborted) {
        stood = true;
        terminal.interruption.abort();
      }
    };
    const { code, err } = await run(name, { terminal });
    expect({ code, stood }).toEqual({ code: 130, stood: true });
    expect(err).toContain('Interrupted: cleaning up');
    expect(err).toContain(`Interrupted. ${namespaceOf()} is gone.`);
    expect(await mono.has(namespaceOf())).toBe(false);
  }, 120_000);

  it('keeps the namespace where it is told to, and what may be production to itself', async () => {
    const name = await mono.module(mono.name('kept'));
    const kubeconfig = join(mono.folder, 'kubeconfig');
    const text = await readFile(parts!.kubeconfig, 'utf8');
    await writeFile(
      kubeconfig,
      text.replaceAll(process.env.O8_TEST_CONTEXT!, 'eu-prod'),
    );
    const flags = `--kubeconfig ${kubeconfig} --keep`;
    const refused = await run(name, { flags });
    expect(refused.code).toBe(4);
    expect(refused.err).toContain(
      'may be production: "eu-prod" says so.\n→ Choose another with --context; if this one is meant, add --yes.',
    );
    const { code, report } = await run(name, { flags: `${flags} --yes` });
    expect(code).toBe(0);
    expect(report).toMatchObject({ kept: true, context: 'eu-prod' });
    expect(stagesOf(report)).toContain('tests skipped');
    expect(await mono.has(report!.namespace)).toBe(true);
    await mono.remove(report!.namespace, name);
  }, 120_000);

  it('applies nothing of a module that is not valid', async () => {
    const name = await mono.module(mono.name('invalid'), {
      edit: text => text.replace(/^ {2}team:/m, '  teem:'),
    });
    const { code, report } = await run(name);
    expect(code).toBe(3);
    expect(stagesOf(report)).toEqual(['validate failed']);
    expect(report?.problems[0]).toMatchObject({ file: 'o8-module.yaml' });
  }, 60_000);

  it('says what the API server would not take, before anything runs', async () => {
    const name = await mono.module(mono.name('refused'), {
      files: {
        'charts/templates/extra.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: UPPER }\n',
      },
    });
    const { code, report } = await run(name);
    expect(code).toBe(3);
    expect(stagesOf(report)).toEqual([
      'validate passed',
      'render passed',
      'dry-run failed',
      'clean-up passed',
    ]);
    expect(await mono.has(report!.namespace)).toBe(false);
  }, 60_000);
});
