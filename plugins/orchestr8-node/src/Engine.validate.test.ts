import { FileChanges, myService, withText } from './__fixtures__/myService';
import { testEnvironment } from './__fixtures__/planInput';
import { createEngine } from './Engine';
import { Engine } from './EngineTypes';
import { RendererProcess } from './render';

const command = process.env.O8_RENDERER;
const describeWithRenderer = command ? describe : describe.skip;

describeWithRenderer('validate (needs O8_RENDERER)', () => {
  let engine: Engine;
  beforeAll(() => {
    engine = createEngine({
      renderer: new RendererProcess({ command: command! }),
    });
  });
  afterAll(() => engine.close());

  const validate = (changes: FileChanges = {}) =>
    engine.validate(myService(changes), {
      environments: ['dev', 'production'].map(name => testEnvironment(name)),
      render: true,
    });

  it('finds nothing wrong with a sound module', async () => {
    expect(await validate()).toEqual([]);
  });

  it.each<[string, FileChanges, object]>([
    [
      'a module without a chart',
      { 'charts/Chart.yaml': undefined },
      { code: 'O8202', severity: 'error' },
    ],
    [
      'a template that does not parse',
      { 'charts/templates/config.yaml': 'a: 1\nb: {{ if }}\n' },
      {
        code: 'O8601',
        severity: 'error',
        file: 'charts/templates/config.yaml',
        line: 2,
      },
    ],
    [
      'a value that a template requires',
      {
        'charts/templates/x.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: {{ required "name it" .Values.nope }}\n',
      },
      {
        code: 'O8601',
        file: 'charts/templates/x.yaml',
        line: 4,
        message: expect.stringContaining('name it'),
      },
    ],
    [
      'values that break the schema of the chart',
      {
        'charts/values.schema.json':
          '{"type":"object","properties":{"replicaCount":{"type":"integer","maximum":2}}}',
      },
      { code: 'O8602', message: expect.stringContaining('replicaCount') },
    ],
    [
      'a template that throws dice',
      {
        'charts/templates/x.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: x }\ndata: { a: {{ randAlphaNum 12 }} }\n',
      },
      {
        code: 'O8607',
        severity: 'error',
        file: 'charts/templates/x.yaml',
        message: expect.stringContaining('in ConfigMap/x data.a.'),
      },
    ],
    [
      'output that is no object',
      { 'charts/templates/x.yaml': 'just: text\n' },
      { code: 'O8604', file: 'charts/templates/x.yaml' },
    ],
    [
      'an object that two files give',
      {
        'config/x.yaml':
          'apiVersion: v1\nkind: ConfigMap\nmetadata: { name: my-service-config }\n',
      },
      { code: 'O8605', file: 'config/x.yaml' },
    ],
    [
      'a hook that is not carried out',
      {
        'charts/templates/x.yaml':
          'apiVersion: batch/v1\nkind: Job\nmetadata: { name: x, annotations: { helm.sh/hook: pre-delete } }\n',
      },
      { code: 'O8606', message: expect.stringContaining('pre-delete') },
    ],
    [
      'a pod below the standard, hidden in a List',
      {
        'charts/templates/x.yaml':
          'apiVersion: v1\nkind: List\nitems: [{apiVersion: v1, kind: Pod, metadata: {name: x}, spec: {hostNetwork: true, containers: [{name: a, image: "a:1"}]}}]\n',
      },
      {
        code: 'O8701',
        file: 'charts/templates/x.yaml',
        message: expect.stringContaining('host namespaces'),
      },
    ],
    [
      'a role with wildcards in config/',
      {
        'config/rbac.yaml':
          'apiVersion: rbac.authorization.k8s.io/v1\nkind: Role\nmetadata: { name: x }\nrules: [{ apiGroups: [""], resources: ["*"], verbs: [get] }]\n',
      },
      {
        code: 'O8701',
        file: 'config/rbac.yaml',
        message: expect.stringContaining('rbac-escalation'),
      },
    ],
    [
      'an overlay that breaks the specification',
      {
        'environments/production.yaml': 'resources: { limits: { cpu: lots } }',
      },
      { code: 'O8120', file: 'environments/production.yaml' },
    ],
    [
      'an unknown field',
      withText('o8-module.yaml', 'team:', 'taem:'),
      { code: 'O8101', file: 'o8-module.yaml', line: 8 },
    ],
  ])('reports %s', async (_, changes, problem) => {
    expect(await validate(changes)).toEqual(
      expect.arrayContaining([expect.objectContaining(problem)]),
    );
  });

  it('points into the template, and into the helper that gives the line', async () => {
    const problems = await validate({
      'charts/templates/_security.tpl':
        '{{- define "security" -}}\nsecurityContext:\n  runAsUser: 0\n{{- end }}\n',
      'charts/templates/job.yaml': `{{- if true }}
apiVersion: batch/v1
kind: Job
metadata:
  name: {{ .Release.Name }}-job
spec:
  template:
    spec:
      restartPolicy: Never
      containers:
        - name: job
          image: busybox
          {{- include "security" . | nindent 10 }}
{{- end }}
`,
    });
    const places = problems.map(
      ({ code, file, line, column }) => `${code} ${file}:${line}:${column}`,
    );
    expect(places).toEqual([
      'O8314 charts/templates/_security.tpl:2:1',
      'O8313 charts/templates/_security.tpl:3:3',
      'O8701 charts/templates/job.yaml:8:5',
      'O8310 charts/templates/job.yaml:12:11',
    ]);
  });

  it('is stricter in the last environment', async () => {
    const problems = await validate({
      'environments/production.yaml': 'replicaCount: 1\n',
      'charts/templates/secret.yaml':
        'apiVersion: v1\nkind: Secret\nmetadata: { name: x }\nstringData: { a: b }\n',
    });
    expect(
      problems.map(({ code, file, line }) => ({ code, file, line })),
    ).toEqual([
      { code: 'O8311', file: 'charts/templates/deployment.yaml', line: 6 },
      { code: 'O8315', file: 'charts/templates/secret.yaml', line: 4 },
    ]);
  });

  it('does not take the whole down when the specification cannot be read', async () => {
    const problems = await validate({ 'o8-module.yaml': '{{{' });
    expect(problems.map(({ file }) => file)).toContain('o8-module.yaml');
  });

  it('reports what is the same in every environment once', async () => {
    const problems = await validate({
      'charts/templates/config.yaml': 'b: {{ if }}\n',
    });
    expect(problems).toHaveLength(1);
  });
});
