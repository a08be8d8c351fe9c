import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  PlanInput,
  PlannedDeployment,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { FakeEngine } from '../__testUtils__/FakeEngine';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';
import { RecentPlans } from './RecentPlans';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });

jest.setTimeout(60_000);

/** Lets the process be older by so many milliseconds. */
function passTime(ms: number) {
  const now = performance.now.bind(performance);
  jest.spyOn(performance, 'now').mockImplementation(() => now() + ms);
}

afterEach(() => jest.restoreAllMocks());

describe('RecentPlans', () => {
  const input: PlanInput = {
    files: new Map(),
    release: 'sha256:a',
    environment: testEnvironment('dev'),
    cluster: {} as PlanInput['cluster'],
    modules: new Map([
      ['redis', { namespace: 'redis-dev', deployed: '6.2.0' }],
    ]),
    dependents: new Map(),
    gates: [],
    now: '2026-11-20T10:00:00Z',
    lastEnvironment: false,
  };
  const planned = {} as PlannedDeployment;

  it('finds what was made of the same a moment ago', () => {
    const recent = new RecentPlans();
    recent.remember(input, planned);
    expect(recent.find({ ...input, now: '2026-11-20T10:00:01Z' })).toBe(
      planned,
    );
    passTime(2_001);
    expect(recent.find(input)).toBeUndefined();
  });

  it.each<[string, Partial<PlanInput>]>([
    ['another release', { release: 'sha256:b' }],
    ['another number of replicas', { replicas: 3 }],
    ['a leave', { leave: ['conflicts'] }],
    [
      'something else deployed before',
      { replaces: { release: 'r', version: '1' } },
    ],
    [
      'another version of a dependency',
      {
        modules: new Map([
          ['redis', { namespace: 'redis-dev', deployed: '7.0.0' }],
        ]),
      },
    ],
    ['one more dependent', { dependents: new Map([['shop', 'shop-dev']]) }],
  ])('does not find what was made with %s', (_, other) => {
    const recent = new RecentPlans();
    recent.remember(input, planned);
    expect(recent.find({ ...input, ...other })).toBeUndefined();
  });

  it('keeps no more than a hundred', () => {
    const recent = new RecentPlans();
    for (let n = 0; n <= 100; n++) {
      recent.remember({ ...input, release: `sha256:${n}` }, planned);
    }
    expect(recent.find({ ...input, release: 'sha256:0' })).toBeUndefined();
    expect(recent.find({ ...input, release: 'sha256:1' })).toBe(planned);
  });
});

describe('asking for a deployment', () => {
  const folder = createMockDirectory();
  const engine = new FakeEngine();
  let portal: TestPortal;
  beforeAll(async () => {
    await writeModule(folder.path, exampleModule('shop'));
    portal = await TestPortal.start({
      knex: await databases.init('SQLITE_3'),
      engine,
      environments: [testEnvironment('dev')],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
  });
  beforeEach(() => engine.world.clear());
  afterAll(() => portal.stop());

  const ada = () => portal.as('user:default/ada');

  it('leaves the look at the cluster to the run when the plan was made a moment ago', async () => {
    const plan = jest.spyOn(engine, 'plan');
    const { hash } = await ada().makePlan('shop', { environment: 'dev' });
    await ada().deploy({ plan: hash });
    expect(plan).toHaveBeenCalledTimes(1);
  });

  it('refuses a plan that was read, once the cluster is not as it shows', async () => {
    const { hash } = await ada().makePlan('shop', { environment: 'dev' });
    engine.world.set('shop-dev', 'sha256:other');
    passTime(2_001);
    await expect(ada().deploy({ plan: hash })).rejects.toThrow(
      /^The world has moved since this plan was made/,
    );
  });

  it('looks at the cluster whenever a plan is made', async () => {
    const plan = jest.spyOn(engine, 'plan');
    await ada().makePlan('shop', { environment: 'dev' });
    await ada().makePlan('shop', { environment: 'dev' });
    expect(plan).toHaveBeenCalledTimes(2);
  });
});
