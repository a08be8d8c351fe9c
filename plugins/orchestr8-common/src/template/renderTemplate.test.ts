import { ModuleFiles, parseModuleText } from '../module';
import { compileTemplate } from './compileTemplate';
import { TemplateInput } from './ModuleTemplate';
import { parseModuleTemplate } from './parseModuleTemplate';
import { renderTemplate } from './renderTemplate';

const SPECIFICATION = `apiVersion: orchestr8.io/v1
kind: ModuleTemplate
metadata:
  name: company-api
spec:
  variables:
    - name: port
      type: integer
      default: 8080
    - name: database_required
      type: boolean
      default: true
    - name: zone
      required: true
      pattern: "[a-z]+"
  files:
    - source: module.yaml
      target: o8-module.yaml
    - source: chart/
      target: charts/
    - source: migrations/
      target: charts/templates/
      when: database_required
`;

const encode = (files: Record<string, string>): ModuleFiles =>
  new Map(
    Object.entries(files).map(([path, text]) => [
      path,
      new TextEncoder().encode(text),
    ]),
  );

const template = encode({
  'o8-module.yaml': SPECIFICATION,
  'module.yaml': 'name: ${{ name }}\nport: ${{ port }}\n',
  'chart/templates/deployment.yaml':
    'image: {{ .Values.image }}\nzone: ${{ zone | upper }}\n',
  'migrations/migrate.yaml': 'db: true\n',
});

const input = (variables: Record<string, unknown>): TemplateInput => ({
  name: 'orders',
  team: 'platform-team',
  owner: 'john.doe@company.com',
  variables,
});

const textOf = (files: ModuleFiles | undefined, path: string) =>
  new TextDecoder().decode(files?.get(path));

describe('renderTemplate', () => {
  it('fills in files and folders and leaves the text of Helm untouched', () => {
    const { files, problems } = renderTemplate(template, input({ zone: 'eu' }));
    expect(problems).toEqual([]);
    expect([...files!.keys()]).toEqual([
      'charts/templates/deployment.yaml',
      'charts/templates/migrate.yaml',
      'o8-module.yaml',
    ]);
    expect(textOf(files, 'o8-module.yaml')).toBe('name: orders\nport: 8080\n');
    expect(textOf(files, 'charts/templates/deployment.yaml')).toBe(
      'image: {{ .Values.image }}\nzone: EU\n',
    );
  });

  it('leaves out what its condition does not want', () => {
    const { files } = renderTemplate(
      template,
      input({ zone: 'eu', database_required: false }),
    );
    expect(files!.has('charts/templates/migrate.yaml')).toBe(false);
  });

  it('writes a minimal specification where the template brings none', () => {
    const bare = new Map([
      ...template,
      [
        'o8-module.yaml',
        new TextEncoder().encode(
          SPECIFICATION.replace('target: o8-module.yaml', 'target: NOTES.md'),
        ),
      ],
    ]);
    const { files } = renderTemplate(bare, input({ zone: 'eu' }));
    const text = textOf(files, 'o8-module.yaml');
    expect(text).toMatch(/^# yaml-language-server: \$schema=https:/);
    expect(parseModuleText(text).module).toMatchObject({
      metadata: { name: 'orders', version: '0.1.0' },
      spec: { team: 'platform-team', owner: 'john.doe@company.com' },
    });
  });

  it('copies bytes that are not text', () => {
    const bytes = Uint8Array.of(0xff, 0xfe, 0x00);
    const { files } = renderTemplate(
      new Map([...template, ['chart/logo.bin', bytes]]),
      input({ zone: 'eu' }),
    );
    expect(files!.get('charts/logo.bin')).toEqual(bytes);
  });

  it.each([
    ['a value that is missing', {}, 'O8504'],
    ['a value that does not match', { zone: 'EU-1' }, 'O8505'],
    ['a value of another type', { zone: 'eu', port: 'many' }, 'O8505'],
    ['a variable that is unknown', { zone: 'eu', prot: 1 }, 'O8506'],
  ])('refuses %s', (_, variables, code) => {
    const { files, problems } = renderTemplate(template, input(variables));
    expect(files).toBeUndefined();
    expect(problems.map(problem => problem.code)).toEqual([code]);
  });

  it('names the file of text that cannot be filled in', () => {
    const { problems } = renderTemplate(
      new Map([...template, ...encode({ 'chart/x.yaml': 'a: ${{ name | }}' })]),
      input({ zone: 'eu' }),
    );
    expect(problems).toMatchObject([{ code: 'O8507', file: 'chart/x.yaml' }]);
  });
});

describe('parseModuleTemplate', () => {
  it.each([
    ['port\n      type: integer', 'name\n      type: integer', 'O8501', 7],
    ['target: o8-module.yaml', 'target: ../x.yaml', 'O8502', 18],
    ['target: o8-module.yaml', 'target: .git/hooks/x', 'O8502', 18],
    ['default: 8080', 'default: eight', 'O8501', 9],
    ['target: charts/\n', 'target: .GitHub/workflows/\n', 'O8502', 20],
    ['"[a-z]+"', '"[a-z"', 'O8509', 15],
    ['"[a-z]+"', '"(?=a)a"', 'O8509', 15],
    ['"[a-z]+"', '"(?i)a"', 'O8509', 15],
    ['"[a-z]+"', `"${'a'.repeat(501)}"`, 'O8509', 15],
  ])('refuses %p made into %p', (from, to, code, line) => {
    const { template: parsed, problems } = parseModuleTemplate(
      SPECIFICATION.replace(from, to),
    );
    expect(parsed).toBeUndefined();
    expect(problems).toMatchObject([{ code, line }]);
  });
});

describe('compileTemplate', () => {
  it('asks for the module and for each variable, and runs both actions', () => {
    const entity = compileTemplate(
      parseModuleTemplate(SPECIFICATION).template!,
    );
    expect(entity.spec).toMatchObject({
      parameters: [
        { required: ['name', 'team', 'owner'] },
        {
          required: ['zone'],
          properties: {
            port: { type: 'integer', default: 8080 },
            zone: { pattern: '^(?:[a-z]+)$' },
          },
        },
      ],
      steps: [
        { action: 'orchestr8:module:create' },
        { action: 'orchestr8:module:publish' },
      ],
    });
  });

  it('matches a pattern that would take a backtracking engine for ever', () => {
    const hostile = encode({
      'o8-module.yaml': SPECIFICATION.replace('[a-z]+', '(a+)+'),
      'module.yaml': '',
    });
    const { problems } = renderTemplate(
      hostile,
      input({ zone: `${'a'.repeat(20_000)}!` }),
    );
    expect(problems).toContainEqual(expect.objectContaining({ code: 'O8505' }));
  });
});
