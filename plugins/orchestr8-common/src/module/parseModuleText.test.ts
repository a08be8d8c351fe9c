import { MY_SERVICE } from './__fixtures__/myService';
import { parseModuleText } from './parseModuleText';

describe('parseModuleText', () => {
  it('reads the example of the language without an error', () => {
    const { module, problems } = parseModuleText(MY_SERVICE);
    expect(problems).toEqual([
      expect.objectContaining({ code: 'O8305', severity: 'warning', line: 12 }),
    ]);
    expect(module?.metadata).toEqual({
      name: 'my-service',
      version: '1.0.0',
      description: 'Example microservice with API and database',
    });
    expect(module?.spec).toEqual({
      team: 'platform-team',
      owner: 'john.doe@company.com',
      category: 'backend-service',
      dependencies: [
        { name: 'postgresql', optional: false },
        { name: 'redis', version: '^6.0', namespace: 'redis', optional: true },
      ],
      security: {
        podSecurityStandard: 'restricted',
        networkIsolation: true,
        secretsManager: 'external-secrets',
      },
      secrets: [],
      resources: {
        requests: { memory: '256Mi', cpu: '100m' },
        limits: { memory: '512Mi', cpu: '500m' },
      },
      networking: {
        ports: [{ name: 'http', port: 8080, protocol: 'TCP' }],
        ingress: { enabled: true, host: 'my-service.example.com' },
      },
      monitoring: {
        metrics: { enabled: true, port: 'http', path: '/metrics' },
        healthChecks: {
          liveness: {
            initialDelaySeconds: 30,
            periodSeconds: 10,
            httpGet: { path: '/health/live', port: 8080 },
          },
          readiness: {
            initialDelaySeconds: 5,
            periodSeconds: 5,
            httpGet: { path: '/health/ready', port: 8080 },
          },
        },
        alerts: [
          {
            name: 'HighErrorRate',
            condition: 'error_rate > 5%',
            severity: 'warning',
            for: '5m',
          },
        ],
      },
    });
  });

  it('fills in the defaults of a module that says only who it is', () => {
    const { module } = parseModuleText(`apiVersion: orchestr8.io/v1
kind: Module
metadata: { name: a, version: 1.0.0 }
spec: { team: a }
`);
    expect(module?.spec).toEqual({
      team: 'a',
      dependencies: [],
      secrets: [],
      security: {
        podSecurityStandard: 'restricted',
        networkIsolation: true,
        secretsManager: 'none',
      },
      networking: { ports: [] },
      monitoring: {
        metrics: { enabled: false, path: '/metrics' },
        healthChecks: {},
        alerts: [],
      },
    });
  });

  it('lists the problems of a file all at once, in the order of the text', () => {
    const { problems } = parseModuleText(
      MY_SERVICE.replace('kind: Module', 'kind: Modul')
        .replace('"1.0.0"', '1.0')
        .replace('port: 8080', 'port: 0')
        .replace('severity: warning', 'severity: warn'),
    );
    expect(problems.map(({ code, line }) => [code, line])).toEqual([
      ['O8107', 2],
      ['O8110', 5],
      ['O8305', 12],
      ['O8106', 26],
      ['O8104', 32],
    ]);
  });

  it.each([
    ['an empty text', ''],
    ['comments alone', '# nothing\n\n# here\n'],
    ['a byte order mark alone', '\ufeff'],
    ['an end of document', '---\n...\n'],
  ])('says that there is nothing in %s', (_, text) => {
    expect(parseModuleText(text)).toEqual({
      problems: [expect.objectContaining({ code: 'O8011', line: 1 })],
    });
  });

  it.each([
    ['a list', '- a\n'],
    ['a text', 'hello\n'],
    ['a null that is written', '~\n'],
  ])('refuses %s in place of an object', (_, text) => {
    const { module, problems } = parseModuleText(text);
    expect(module).toBeUndefined();
    expect(problems).toMatchObject([{ code: 'O8011', severity: 'error' }]);
  });

  it('reads the values that an alias repeats', () => {
    const { module } = parseModuleText(
      MY_SERVICE.replace('requests: {', 'requests: &same {').replace(
        /limits: .*/,
        'limits: *same',
      ),
    );
    expect(module?.spec.resources?.limits).toEqual({
      memory: '256Mi',
      cpu: '100m',
    });
  });

  it.each(['\r\n', '\n\r\n', '\r\n\r\n'])(
    'counts lines that end with %j',
    end => {
      const text = MY_SERVICE.replace(
        'kind: Module\n',
        `kind: Module${end}`,
      ).replace('port: 8080', 'port: 0');
      const line = text.slice(0, text.indexOf('port: 0')).split('\n').length;
      expect(parseModuleText(text).problems).toContainEqual(
        expect.objectContaining({ code: 'O8106', line }),
      );
    },
  );

  it('reads numbers as quantities', () => {
    const { module } = parseModuleText(
      MY_SERVICE.replace('cpu: "500m"', 'cpu: 1.5'),
    );
    expect(module?.spec.resources?.limits?.cpu).toBe('1.5');
  });

  it('names the file that it was told', () => {
    const [problem] = parseModuleText('a', 'modules/x/o8-module.yaml').problems;
    expect(problem.file).toBe('modules/x/o8-module.yaml');
  });
});
