import { mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { FakePortal } from '../__testUtils__/FakePortal';
import { FakeTerminal } from '../__testUtils__/FakeTerminal';
import { runO8, SIGNED_IN } from '../__testUtils__/runO8';
import { MODULE } from '../__testUtils__/samples/modules';
import { aPlan } from '../__testUtils__/samples/plans';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'o8-'));
});
afterEach(() => rm(folder, { recursive: true }));

const bodyOf = (portal: FakePortal, path: string) =>
  portal.requests.find(it => it.method === 'POST' && it.path === path)?.body;

it('deploys the hash that was shown', async () => {
  const { portal, err } = await runO8(
    'module deploy my-service --environment dev --yes',
  );
  expect(err).toContain(aPlan.hash);
  expect(bodyOf(portal, '/deployments')).toEqual({ plan: aPlan.hash });
});

it('takes prod for production', async () => {
  const { portal } = await runO8('module plan my-service --environment prod');
  expect(bodyOf(portal, '/modules/my-service/plans')).toEqual({
    environment: 'production',
  });
});

it('takes the first environment of the path when several run, and says so', async () => {
  const { portal, err } = await runO8('module plan my-service');
  expect(bodyOf(portal, '/modules/my-service/plans')).toEqual({
    environment: 'dev',
  });
  expect(err).toContain('Environment: dev');
});

it('takes the only environment that the module runs in', async () => {
  const portal = new FakePortal();
  const [first, ...others] = portal.modules;
  portal.modules = [
    { ...first, environments: first.environments.slice(1, 2) },
    ...others,
  ];
  const { err } = await runO8('module plan my-service', { portal });
  expect(err).toContain('Environment: staging');
});

it('asks for the environment on a terminal', async () => {
  const terminal = new FakeTerminal({
    env: SIGNED_IN,
    answers: ['production'],
  });
  const { portal } = await runO8('module plan my-service', { terminal });
  expect(bodyOf(portal, '/modules/my-service/plans')).toEqual({
    environment: 'production',
  });
});

it.each([
  ['--to staging', 'staging', 'dev'],
  ['--from dev', 'staging', 'dev'],
  ['--from staging --to prod', 'production', 'staging'],
])(
  'promotes with %s from the environment before',
  async (flags, environment, from) => {
    const { portal } = await runO8(`module promote my-service ${flags} --yes`);
    expect(bodyOf(portal, '/modules/my-service/plans')).toEqual({
      environment,
      from,
    });
  },
);

it('uploads a folder, and plans the release that this makes', async () => {
  await writeFile(join(folder, 'o8-module.yaml'), 'kind: Module\n');
  const terminal = new FakeTerminal({ env: SIGNED_IN, cwd: folder });
  const { portal, err } = await runO8('module deploy . --yes', { terminal });
  expect(bodyOf(portal, '/releases')).toEqual({
    files: { 'o8-module.yaml': btoa('kind: Module\n') },
  });
  expect(bodyOf(portal, '/modules/my-service/plans')).toMatchObject({
    release: aPlan.release,
  });
  expect(err).toContain('Registered my-service in the catalog.');
});

it('deploys missing dependencies first, and leaves optional ones alone', async () => {
  const { portal } = await runO8(
    'module deploy my-service --environment dev --with-dependencies --yes',
  );
  const plans = portal.requests.filter(({ path }) => path.endsWith('/plans'));
  expect(plans.map(({ path }) => path)).toEqual([
    '/modules/postgresql/plans',
    '/modules/my-service/plans',
  ]);
});

it('writes a new module, and nothing over an old one', async () => {
  const terminal = () => new FakeTerminal({ env: SIGNED_IN, cwd: folder });
  const line =
    'module init orders --template microservice --team a --owner b@c.de --set port=80';
  const first = await runO8(line, { terminal: terminal() });
  expect(first.err).not.toContain('error');
  expect(first.code).toBe(0);
  expect(bodyOf(first.portal, '/templates/microservice/render')).toEqual({
    name: 'orders',
    team: 'a',
    owner: 'b@c.de',
    variables: { port: 80 },
  });
  const file = join(folder, 'orders', 'o8-module.yaml');
  expect(await readFile(file, 'utf8')).toBe(MODULE);
  expect(await runO8(line, { terminal: terminal() })).toMatchObject({
    code: 2,
  });
});

it('writes nothing that is no sound module', async () => {
  const portal = new FakePortal();
  portal.files = {
    'o8-module.yaml': btoa(MODULE.replace('orders', 'Orders')),
  };
  const terminal = new FakeTerminal({ env: SIGNED_IN, cwd: folder });
  const line = 'module init Orders --template microservice --team a --owner b';
  expect(await runO8(line, { portal, terminal })).toMatchObject({
    code: 3,
    err: expect.stringContaining('O8112'),
  });
  await expect(stat(join(folder, 'Orders'))).rejects.toThrow('ENOENT');
});

it('uploads nothing for an environment that is not there', async () => {
  await writeFile(join(folder, 'o8-module.yaml'), MODULE);
  for (const verb of ['plan', 'deploy', 'validate']) {
    const terminal = new FakeTerminal({ env: SIGNED_IN, cwd: folder });
    const { code, portal } = await runO8(
      `module ${verb} . --environment mars`,
      { terminal },
    );
    expect(code).toBe(2);
    expect(portal.requests.map(({ method }) => method)).not.toContain('POST');
  }
});

it('refuses a portal that would write outside the new module', async () => {
  const portal = new FakePortal();
  portal.files = { ...portal.files, '../evil': btoa('x') };
  const terminal = new FakeTerminal({ env: SIGNED_IN, cwd: folder });
  const line = 'module init orders --template microservice --team a --owner b';
  expect(await runO8(line, { portal, terminal })).toMatchObject({
    code: 1,
    err: expect.stringContaining('outside'),
  });
  await expect(stat(join(folder, 'evil'))).rejects.toThrow('ENOENT');
});

it('signs in with a token from the environment, and keeps it where only its owner reads', async () => {
  const env = { O8_TOKEN: 't0ken', XDG_CONFIG_HOME: folder };
  const { code, err, out } = await runO8('login http://portal', {
    terminal: new FakeTerminal({ env }),
  });
  expect({ code, out }).toEqual({ code: 0, out: '' });
  expect(err).not.toContain('t0ken');
  const file = join(folder, 'orchestr8', 'cli.json');
  expect((await stat(file)).mode.toString(8)).toBe('100600');
  const later = await runO8('module list', {
    terminal: new FakeTerminal({ env: { XDG_CONFIG_HOME: folder } }),
  });
  expect(later.portal.requests[0].token).toBe('Bearer t0ken');
});

it('prefers the portal that was started on this machine over a stored sign-in', async () => {
  const started = JSON.stringify({ url: 'http://here:7007', token: 'mine' });
  await writeFile(join(folder, 'cli.json'), started);
  const { portal } = await runO8('module list', {
    terminal: new FakeTerminal({ env: { O8_DATA: folder } }),
  });
  expect(portal.requests[0].token).toBe('Bearer mine');
});

it('validates on this machine when there is no portal, and says how deep', async () => {
  await writeFile(join(folder, 'o8-module.yaml'), 'kind: Modul\n');
  const { code, out, err } = await runO8('module validate .', {
    terminal: new FakeTerminal({ cwd: folder }),
  });
  expect(code).toBe(3);
  expect(out).toMatch(/o8-module\.yaml:1:\d+ error O8\d+: /);
  expect(err).toContain('the language only');
});

it('fails a warning when it is told to be strict', async () => {
  await writeFile(join(folder, 'o8-module.yaml'), 'kind: Module\n');
  const portal = Object.assign(new FakePortal(), {
    problems: [
      {
        code: 'O8901',
        severity: 'warning' as const,
        file: 'o8-module.yaml',
        line: 1,
        column: 1,
        message: 'There is no description.',
      },
    ],
  });
  const terminal = () => new FakeTerminal({ env: SIGNED_IN, cwd: folder });
  const lax = await runO8('module validate .', {
    portal,
    terminal: terminal(),
  });
  expect(lax).toMatchObject({
    code: 0,
    out: expect.stringContaining('1 warning'),
  });
  expect(
    await runO8('module validate . --strict', { portal, terminal: terminal() }),
  ).toMatchObject({ code: 3 });
});
