import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';
import { diffObjects } from '../plan/diffObjects';
import { maskText } from './maskText';
import { secretsIn } from './secretsIn';

const object = (spec: object, kind = 'Deployment', apiVersion = 'apps/v1') =>
  ({ apiVersion, kind, metadata: { name: 'x' }, spec } as KubernetesObject);
const withEnv = (...env: object[]) =>
  object({ template: { spec: { containers: [{ name: 'a', env }] } } });

const CANARY = 'canary-4711';

describe('a diff', () => {
  it.each<[string, KubernetesObject]>([
    ['a variable', withEnv({ name: 'DB_PASSWORD', value: CANARY })],
    ['a variable in camel case', withEnv({ name: 'apiToken', value: CANARY })],
    [
      'a password in an address',
      withEnv({ name: 'DATABASE_URL', value: `postgres://app:${CANARY}@db/x` }),
    ],
    [
      'an argument',
      object({ args: ['serve', `--admin-password=${CANARY}`, '--port=80'] }),
    ],
    [
      'a field of a custom resource',
      object({ auth: { clientSecret: CANARY } }, 'Realm', 'example.com/v1'),
    ],
    [
      'a field inside of a list without names',
      object({ rules: [[{ token: CANARY }]] }, 'Realm', 'example.com/v1'),
    ],
  ])('does not show %s, but that it changes', (_, after) => {
    const changes = diffObjects(object({}), after);
    expect(changes).not.toEqual([]);
    expect(JSON.stringify(changes)).toContain('(secret)');
    expect(JSON.stringify(changes)).not.toContain(CANARY);
    const gone = diffObjects(after, object({}));
    expect(JSON.stringify(gone)).not.toContain(CANARY);
  });

  it('does not show what a Secret holds where it is written a second time', () => {
    const secret = {
      ...object({}, 'Secret', 'v1'),
      stringData: { a: CANARY },
    };
    const encoded = Buffer.from(CANARY).toString('base64');
    const changes = diffObjects(
      undefined,
      withEnv(
        { name: 'GREETING', value: `hello ${CANARY}` },
        { name: 'ENCODED', value: encoded },
      ),
      { known: secretsIn([secret, undefined]) },
    );
    const shown = JSON.stringify(changes);
    expect(shown).toContain('hello (secret)');
    expect(shown).not.toMatch(new RegExp(`${CANARY}|${encoded}`));
  });

  it('does not show what stood where a secret stands now, nor the other way round', () => {
    const [old, now] = ['anything', CANARY].map(value =>
      withEnv({ name: 'GREETING', value }),
    );
    const known = new Set([CANARY]);
    const masked = { before: '(secret)', after: '(secret)' };
    expect(diffObjects(old, now, { known })).toMatchObject([masked]);
    expect(diffObjects(now, old, { known })).toMatchObject([masked]);
  });

  it.each<[string, object]>([
    ['a plain variable', { name: 'LOG_LEVEL', value: 'debug' }],
    ['a switch', { name: 'MOUNT_TOKEN', value: 'false' }],
    ['where a secret is', { name: 'PASSWORD', value: '$(OTHER)' }],
    ['a path', { name: 'TOKEN_FILE', value: '/run/token' }],
    [
      'a reference to a Secret',
      {
        name: 'PASSWORD',
        valueFrom: { secretKeyRef: { name: 'db', key: 'password' } },
      },
    ],
  ])('shows %s', (_, variable) => {
    const shown = JSON.stringify(diffObjects(object({}), withEnv(variable)));
    expect(shown).not.toContain('(secret)');
  });

  it('shows the names of keys that an ExternalSecret takes', () => {
    const shown = diffObjects(
      undefined,
      object(
        { data: [{ secretKey: 'password', remoteRef: { key: 'shop/db' } }] },
        'ExternalSecret',
        'external-secrets.io/v1',
      ),
    );
    expect(JSON.stringify(shown)).not.toContain('(secret)');
  });
});

describe('maskText', () => {
  it.each([
    ['password: hunter2\nport: 80', 'password: (secret)\nport: 80'],
    ['{"token": "abc def", "a": 1}', '{"token": "(secret)", "a": 1}'],
    ['db.password=hunter2', 'db.password=(secret)'],
    ['a?api_key=x1y2&b=2', 'a?api_key=(secret)&b=2'],
    ['amqp://u:p@mq:5672/v', 'amqp://u:(secret)@mq:5672/v'],
    [
      '-----BEGIN RSA PRIVATE KEY-----\nMII\n-----END RSA PRIVATE KEY-----\n',
      '(secret)\n',
    ],
    [`use ghp_${'a'.repeat(36)} here`, 'use (secret) here'],
  ])('hides what is secret of %j', (text, shown) => {
    expect(maskText(text)).toBe(shown);
  });

  it.each([
    'password: ${DB_PASSWORD}',
    'tokenFile: /run/token',
    'secretName: db',
    'passwords are kept in the vault: see https://vault.example.com/a:b',
    'https://example.com:8443/path@1',
    'requireToken: true',
  ])('leaves %j as it is', text => {
    expect(maskText(text)).toBe(text);
  });

  it('takes no longer for a text that is made for that', () => {
    const long = 100_000;
    for (const part of ['a', '-', 'token', 'a:', '://', 'eyJ', '"', ' =']) {
      expect(maskText(part.repeat(long / part.length))).toBeDefined();
    }
  });
});
