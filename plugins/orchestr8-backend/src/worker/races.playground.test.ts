import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';
import { HeardWrite } from '../__testUtils__/heardWrites';
import {
  describeWithPlayground,
  RealService,
} from '../__testUtils__/RealService';
import { disorderIn, recordedRuns } from '../__testUtils__/RunOrder';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { WriteOrder } from '../__testUtils__/WriteOrder';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
/** Times that all goes off at once. */
const ROUNDS = process.env.O8_LONG ? 5 : 1;
const ADA = 'user:default/ada';
const BOB = 'user:default/bob';
const EDITOR = 'kubectl-edit';

jest.setTimeout(120_000);

describeWithPlayground.each(databases.eachSupportedId())(
  'what races on %s and a real API server (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  id => {
    const folder = createMockDirectory();
    let knex: Knex;
    let order: WriteOrder;
    let service: RealService;
    let ada: ReturnType<RealService['portals'][0]['as']>;
    let bob: typeof ada;

    beforeEach(async () => {
      knex = await databases.init(id);
      order = new WriteOrder();
      service = new RealService({
        folder: folder.path,
        hearer: order,
        environments: [
          testEnvironment('dev'),
          testEnvironment('staging', { promoteFrom: 'dev' }),
        ],
      });
      const [first, second] = [
        await service.startPortal(knex),
        await service.startPortal(knex),
      ];
      [ada, bob] = [first.as(ADA), second.as(BOB)];
      await service.write({ version: '1.0.0' });
      await deployed(await planned('1.0.0'));
    });
    afterEach(() => {
      order.letAllGo();
      return service.close();
    });

    const ended = (deployment: string) => service.portals[1].ended(deployment);
    const planned = async (version: string, client = ada): Promise<Plan> => {
      await service.write({ version });
      return client.makePlan(service.module, { environment: 'dev' });
    };
    /** Two versions for dev, and a promotion to staging: planned, not asked for yet. */
    const threePlans = async (version: string, other: string) => [
      await planned(version),
      await planned(other, bob),
      await bob.makePlan(service.module, {
        environment: 'staging',
        from: 'dev',
      }),
    ];
    const deployed = async (plan: Plan) => {
      const { id: deployment } = await ada.deploy({ plan: plan.hash });
      expect(await ended(deployment)).toMatchObject({ state: 'succeeded' });
    };
    /** What was asked for since, as the audit has it; runs apart. */
    const askedAfter = (sequence: number): Promise<Record<string, string>[]> =>
      knex('o8_audit')
        .where('sequence', '>', sequence)
        .whereNot({ event: 'deployment-run' })
        .orderBy('sequence');
    const lastAudited = async (): Promise<number> =>
      (await knex('o8_audit').max({ last: 'sequence' }))[0].last;
    /** Managers that hold what is not as it was deployed. */
    const driftedBy = async (environment: string) =>
      (await ada.listDrift(service.module, environment)).flatMap(({ fields }) =>
        fields.map(({ manager }) => manager),
      );

    const isDeployment = ({ object }: HeardWrite) =>
      object.kind === 'Deployment' &&
      object.namespace === service.namespaceIn('dev');
    const isFirst = ({ object }: HeardWrite) =>
      object.kind === 'Namespace' && object.name === service.namespaceIn('dev');

    it.each([
      {
        moment: 'before' as const,
        first: {
          state: 'failed',
          failure: { message: expect.stringContaining(EDITOR) },
        },
      },
      { moment: 'after' as const, first: { state: 'succeeded' } },
    ])(
      'tells of an edit by hand just $moment a run writes the same object, while others wait, are refused, or go elsewhere',
      async ({ moment, first }) => {
        const [one, two, onward] = await threePlans('1.1.0', '1.2.0');
        const since = await lastAudited();

        // Before its first write: the other replica takes in what comes meanwhile.
        const begin = order.holdNext('before', isFirst);
        const writing = order.holdNext(moment, isDeployment);
        const running = await ada.deploy({ plan: one.hash });
        await begin.arrived;
        const waiting = await bob.deploy({ plan: two.hash });
        await expect(
          bob.scale(service.module, { environment: 'dev', replicas: 2 }),
        ).rejects.toMatchObject({
          name: 'ConflictError',
          message: expect.stringContaining('is still queued'),
        });
        const elsewhere = await bob.deploy({ plan: onward.hash });
        expect(await ended(elsewhere.id)).toMatchObject({ state: 'succeeded' });
        begin.letGo();
        await writing.arrived;
        expect(await bob.getDeployment(waiting.id)).toMatchObject({
          state: 'queued',
        });
        await service.editImage('dev', 'by-hand');
        writing.letGo();

        expect(await ended(running.id)).toMatchObject(first);
        // It was shown for a world that is no more.
        expect(await ended(waiting.id)).toMatchObject({
          state: 'failed',
          failure: { cause: 'stale-plan' },
        });
        expect(await driftedBy('dev')).toContain(EDITOR);
        expect(await driftedBy('staging')).toEqual([]);

        const back = await planned('1.2.0');
        expect(
          back.changes.flatMap(({ takesOver = [] }) => takesOver),
        ).toContainEqual(expect.objectContaining({ manager: EDITOR }));
        await deployed(back);
        expect(await driftedBy('dev')).toEqual([]);
        expect(await service.greeting('dev')).toBe('1.2.0');

        expect(await disorderIn(knex, service.module, order)).toEqual([]);
        const asked = await askedAfter(since);
        expect(
          asked.map(({ event, outcome }) => `${event} ${outcome}`),
        ).toEqual([
          'module-deploy succeeded',
          'module-deploy succeeded',
          'module-scale failed',
          'module-promote succeeded',
          'plan-make succeeded',
          'module-deploy succeeded',
        ]);
      },
    );

    it('goes one after another however it falls out, and ends as the last run says but for the edit, which is told', async () => {
      for (let round = 1; round <= ROUNDS; round++) {
        const [one, two, onward] = await threePlans(
          `1.${round}.0`,
          `1.${round}.1`,
        );
        const since = await lastAudited();
        const [edit, ...asked] = await Promise.allSettled([
          service.editImage('dev', `by-hand-${round}`),
          ada.deploy({ plan: one.hash }),
          bob.deploy({ plan: two.hash }),
          bob.deploy({ plan: onward.hash }),
          ada.scale(service.module, { environment: 'dev', replicas: 2 }),
          bob.restart(service.module, 'dev'),
        ]);
        expect(edit).toMatchObject({ status: 'fulfilled' });
        const taken = asked.flatMap(result =>
          result.status === 'fulfilled' ? [result.value.id] : [],
        );
        const refusals = asked.flatMap(result =>
          result.status === 'rejected' ? [result.reason] : [],
        );
        for (const refusal of refusals) {
          expect(refusal).toMatchObject({
            name: 'ConflictError',
            problem: { hint: expect.any(String) },
          });
        }
        const done = await Promise.all(taken.map(ended));
        for (const { state, message } of done) {
          expect(`${state}: ${message}`).toMatch(
            /^succeeded|took its place|has changed since the plan|kubectl-edit/,
          );
        }
        const acts = await askedAfter(since);
        expect(acts.map(({ outcome }) => outcome).sort()).toEqual(
          asked
            .map(({ status }) =>
              status === 'fulfilled' ? 'succeeded' : 'failed',
            )
            .sort(),
        );
        expect(await disorderIn(knex, service.module, order)).toEqual([]);
        const runs = await recordedRuns(knex, service.module);
        expect(runs.map(({ deployment }) => deployment.id)).toEqual(
          expect.arrayContaining(taken),
        );
        await expectEditTold(`by-hand-${round}`);
        expect(await driftedBy('staging')).toEqual([]);

        // Whatever came of it, the next one puts all in order.
        await deployed(await planned(`1.${round}.2`));
        expect(await driftedBy('dev')).toEqual([]);
        expect(await service.greeting('dev')).toBe(`1.${round}.2`);
      }
      expect(await disorderIn(knex, service.module, order)).toEqual([]);
    });

    /** The edit stands and is told as drift, or a run took it back whose plan had said so. */
    const expectEditTold = async (tag: string) => {
      const live = await service.live('dev');
      const [{ image }] = live!.spec.template.spec.containers;
      if (image.endsWith(`:${tag}`)) {
        expect(await driftedBy('dev')).toContain(EDITOR);
        return;
      }
      const runs = await recordedRuns(knex, service.module);
      const done = runs.filter(
        ({ deployment: { state } }) => state === 'succeeded',
      );
      const plans = await Promise.all(
        done.map(({ deployment: { plan } }) => ada.getPlan(plan)),
      );
      const managers = plans
        .flatMap(({ changes }) => changes)
        .flatMap(({ takesOver = [] }) => takesOver)
        .map(({ manager }) => manager);
      expect(managers).toContain(EDITOR);
    };
  },
);
