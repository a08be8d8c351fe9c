import { myService } from '../__fixtures__/myService';
import { testEnvironment } from '../__fixtures__/planInput';
import { createEngine } from '../Engine';
import { Engine } from '../EngineTypes';
import { chanceIn } from './chance';
import { RendererProcess } from './RendererProcess';

const command = process.env.O8_RENDERER;
const whenRenderer = command ? describe : describe.skip;

const configMap = (value: string) =>
  `apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndata:\n  a: ${value}\n`;

whenRenderer('rendering twice (needs O8_RENDERER)', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createEngine({
      renderer: new RendererProcess({ command: command! }),
    });
  });
  afterAll(() => engine.close());

  const unsteady = async (value: string, more: Record<string, string> = {}) => {
    const files = myService({
      'charts/templates/x.yaml': configMap(value),
      ...more,
    });
    const problems = await engine.validate(files, {
      environments: [testEnvironment('dev')],
      render: true,
    });
    expect(problems.filter(({ code }) => code === 'O8601')).toEqual([]);
    return problems.filter(({ code }) => code === 'O8607');
  };

  it.each([
    ['the second', '{{ now | unixEpoch | quote }}'],
    ['the day', '{{ now | date "2006-01-02" | quote }}'],
    ['the year, by way of a variable', '{{ $t := now }}{{ $t.Year | quote }}'],
    ['the age of something', '{{ ago (toDate "2006" "2020") | quote }}'],
    ['a password', '{{ randAlphaNum 24 | quote }}'],
    ['one digit', '{{ randNumeric 1 | quote }}'],
    ['an order of two', '{{ list 1 2 | join "" | shuffle | quote }}'],
    ['an identity', '{{ uuidv4 | quote }}'],
    ['a key', '{{ genPrivateKey "ed25519" | quote }}'],
    ['an authority', '{{ (genCA "ca" 30).Cert | quote }}'],
    ['a certificate', '{{ (genSelfSignedCert "a" nil nil 30).Cert | quote }}'],
    ['a salted hash', '{{ htpasswd "a" "b" | quote }}'],
    [
      'a password that is kept where it is there already',
      '{{ $s := lookup "v1" "Secret" "n" "s" }}{{ if $s }}{{ $s.data.a }}{{ else }}{{ randAlphaNum 9 | quote }}{{ end }}',
    ],
  ])('refuses %s, naming the field and not its value', async (_, value) => {
    const [problem, ...others] = await unsteady(value);
    expect(others).toEqual([]);
    expect(problem).toMatchObject({
      severity: 'error',
      file: 'charts/templates/x.yaml',
      message: expect.stringContaining('ConfigMap/x data.a'),
    });
  });

  it('refuses what a helper or a sub-chart draws', async () => {
    const helper = await unsteady('{{ include "t" . }}', {
      'charts/templates/_t.tpl':
        '{{ define "t" }}{{ now | date "2006" | quote }}{{ end }}',
    });
    expect(helper).toHaveLength(1);
    const sub = await unsteady('steady', {
      'charts/charts/sub/Chart.yaml':
        'apiVersion: v2\nname: sub\nversion: 1.0.0\n',
      'charts/charts/sub/templates/y.yaml': configMap(
        '{{ now | date "2006" | quote }}',
      ),
    });
    expect(sub).toMatchObject([{ file: 'charts/charts/sub/templates/y.yaml' }]);
  });

  it('refuses a chart that would not render at another time', async () => {
    const [problem] = await unsteady(
      '{{ if lt (now | date "2006" | int) 2020 }}{{ fail "too early" }}{{ end }}a',
    );
    expect(problem.message).toContain('would not at another time');
  });

  it.each([
    ['words about now', '"{{ "now" }}"'],
    ['a value of that name', '{{ .Values.now | default "a" }}'],
    ['a variable of that name', '{{ $now := "a" }}{{ $now }}'],
    ['a comment', '{{/* now, randAlpha 3 */}}a'],
    ['a branch that is not taken', '{{ if false }}{{ now }}{{ end }}a'],
    ['what follows from values', '{{ derivePassword 1 "long" "a" "b" "c" }}'],
    ['a hash', '{{ sha256sum "a" }}'],
    [
      'a moment that is given',
      '{{ toDate "2006" "2001" | date "2006" | quote }}',
    ],
  ])('takes %s', async (_, value) => {
    expect(await unsteady(value)).toEqual([]);
  });
});

describe('chanceIn', () => {
  it('leaves a chart without the clock as it is', () => {
    const chart = new Map([
      ['templates/x.yaml', new TextEncoder().encode('now: {{ "now" }}')],
      ['values.yaml', new TextEncoder().encode('a: "{{ now }}"')],
    ]);
    expect(chanceIn(chart)).toEqual({ atAnotherMoment: chart, draws: false });
    expect(chanceIn(chart).atAnotherMoment).toBe(chart);
  });
});
