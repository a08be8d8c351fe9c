import { Mono } from '../__testUtils__/Mono';
import { runO8 } from '../__testUtils__/runO8';

describe('the environment local', () => {
  it.each([
    ['promote my-service --to local --from dev', 'not on the path'],
    ['promote my-service --from local', 'not on the path'],
    ['rollback my-service --environment local', 'No releases are kept'],
    ['scale my-service --replicas 2 --environment local', 'local.yaml'],
    ['restart my-service --environment local', 'kubectl rollout restart'],
    ['history my-service --environment local', 'Nobody keeps one'],
    ['deps my-service --environment local', 'o8 module plan'],
    ['plan . --environment local --from dev', 'nothing is promoted'],
    ['deploy . --environment local --approve', 'no gates'],
    ['delete my-service --environment local --no-wait', 'nobody would go on'],
    ['deploy . --environment dev --context kind', '--environment local'],
    ['logs my-service --kubeconfig x', '--environment local'],
    ['test . --environment dev', 'no place for tests'],
  ])('refuses "%s", and says why', async (line, why) => {
    const { code, err, portal } = await runO8(`module ${line}`);
    expect(code).toBe(2);
    expect(err).toContain(why);
    expect(portal.requests).toEqual([]);
  });

  it.each([
    ['is not there', '--kubeconfig nothing', 'no such file'],
    ['was not named', '', 'There is no kubeconfig'],
  ])('says so when the kubeconfig %s', async (_, flags, why) => {
    const line = `module status my-service --environment local ${flags}`;
    const { code, err } = await runO8(line.trim());
    expect(code).toBe(2);
    expect(err).toContain(why);
  });
});

const parts = Mono.parts();
const whenPlayground = parts ? describe : describe.skip;

whenPlayground('local (needs O8_RENDERER, O8_TEST_KUBECONFIG)', () => {
  let mono: Mono;
  beforeAll(async () => {
    mono = await Mono.create(parts!);
  });
  afterAll(() => mono.close());
  const o8 = (line: string, terminal = mono.terminal()) =>
    runO8(`module ${line} --environment local`, { terminal });

  it('plans, deploys with what is needed beside it, tells how that is, and takes it away', async () => {
    const redis = await mono.module(mono.name('redis'));
    const shop = await mono.module(mono.name('shop'), {
      edit: text =>
        text.replace(
          /^spec:$/m,
          `spec:\n  dependencies: [{ name: ${redis}, version: "^0.1" }]`,
        ),
    });
    const alone = await o8(`deploy ./${shop} --yes`);
    expect(alone.code).toBe(4);
    expect(alone.err).toContain('Add --with-dependencies');

    const both = await o8(`deploy ./${shop} --with-dependencies --yes`);
    expect(both.err).toContain(`Dependencies, wave 1 of 1: ${redis}`);
    expect(both.code).toBe(0);
    expect(both.out).toContain(`${shop} 0.1.0 deploy to local: succeeded`);

    const again = await o8(`plan ./${shop}`);
    expect(again.out).toContain('0 to create, 0 to update, 0 to delete');
    expect(again.out).toContain(`✓ ${redis} 0.1.0 runs in local`);

    const status = await o8(`status ${shop}`);
    expect(status.out).toMatch(/local +0\.1\.0 +Healthy +1\/1/);
    const logs = await o8(`logs ${shop} --grep listening`);
    expect(logs.out).toContain('listening on');

    const asked = mono.terminal();
    Object.assign(asked, { interactive: true, answers: ['something else'] });
    expect((await o8(`delete ${shop}`, asked)).code).toBe(130);
    for (const name of [shop, redis]) {
      const gone = await o8(`delete ${name} --with namespace --yes`);
      expect(gone.code).toBe(0);
      expect(await mono.has(`${name}-local`)).toBe(false);
    }
    expect((await o8(`delete ${shop} --yes`)).code).toBe(4);
  }, 240_000);
});
