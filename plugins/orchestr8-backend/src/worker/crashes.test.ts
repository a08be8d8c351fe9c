import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  connectCluster,
  createEngine,
  prepareCluster,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { CrashLane } from '../__testUtils__/CrashLane';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const renderer = process.env.O8_RENDERER;
const describeWithPlayground =
  kubeconfig && renderer ? describe.each : describe.skip.each;
const isLong = Boolean(process.env.O8_LONG);

/** Times that a worker is killed, and that one is stopped and woken, on each database. */
const [KILLS, STOPS] = isLong ? [250, 100] : [4, 2];
/** Services at a time, a database each. */
const LANES = isLong ? 6 : 2;

jest.setTimeout(isLong ? 3_600_000 : 180_000);

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});

const EXACT = {
  state: 'succeeded',
  failure: undefined,
  ends: 1,
  isStuck: false,
  generations: [1],
  replicaSets: 1,
  jobs: [1],
  notAsPlanned: [],
};

describeWithPlayground(databases.eachSupportedId())(
  'the service on %s (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  (id: TestDatabaseId) => {
    const cluster = connectCluster({ name: 'playground', kubeconfig });
    const engine = createEngine({
      renderer: new RendererProcess({ command: renderer! }),
    });
    const lanes: CrashLane[] = [];
    /** All places of a run at which it can end, in order. */
    let points: string[];
    let undisturbed: object;

    beforeAll(async () => {
      await prepareCluster(cluster);
      const parts = {
        ...{ cluster, engine },
        kubeconfig: kubeconfig!,
        renderer: renderer!,
      };
      while (lanes.length < LANES) {
        lanes.push(await CrashLane.open(id, databases, parts));
      }
      const [lane] = lanes;
      const module = lane.newModule();
      const deployment = await module.queue();
      const worker = lane.startWorker();
      await lane.ended(module, deployment);
      worker.kill();
      await worker.end();
      points = worker.said.filter(line => line !== 'run over');
      undisturbed = await module.outcome(deployment);
      await module.clear();
    });

    afterAll(async () => {
      await Promise.all(lanes.map(lane => lane.close()));
      await Promise.all([cluster.close(), engine.close()]);
    });

    /** Spread evenly over some places, as many rounds as are wanted, in all lanes. */
    const inLanes = async (
      places: readonly number[],
      rounds: number,
      round: (lane: CrashLane, place: number) => Promise<void>,
    ) => {
      let next = 0;
      const work = async (lane: CrashLane) => {
        while (next < rounds) {
          const at = Math.floor(((next++ + 0.5) * places.length) / rounds);
          await round(lane, places[at]);
        }
      };
      await Promise.all(lanes.map(work));
    };

    it('carries a deployment out when nobody disturbs it', () => {
      expect(undisturbed).toEqual(EXACT);
    });

    it(`loses and doubles nothing, ${KILLS} times that a worker is killed anywhere on its way`, async () => {
      const everywhere = points.map((_, index) => index + 1);
      let killed = 0;
      await inLanes(everywhere, KILLS, async (lane, point) => {
        const module = lane.newModule();
        const deployment = await module.queue();
        const victim = lane.startWorker({ point, signal: 'SIGKILL' });
        // A run is not always of one length: it may be over before that point.
        await Promise.race([victim.end(), lane.ended(module, deployment)]);
        if (victim.said.includes('ending')) killed += 1;
        await lane.takeOver(module, deployment);
        victim.kill();
        const where = `${point}: ${victim.said.at(-2)}`;
        expect({
          where,
          ...(await module.outcome(deployment)),
        }).toEqual({ where, ...EXACT });
        await module.clear();
      });
      // Nearly all: else it proves little.
      expect(killed).toBeGreaterThanOrEqual(KILLS * 0.75);
    });

    it(`has all late writes refused, ${STOPS} times that a worker sleeps past its lease and wakes`, async () => {
      const writes = points.flatMap((name, index) =>
        /^before (apply|delete) /.test(name) ? [index + 1] : [],
      );
      let refused = 0;
      await inLanes(writes, STOPS, async (lane, point) => {
        const module = lane.newModule();
        const deployment = await module.queue();
        const sleeper = lane.startWorker({ point, signal: 'SIGSTOP' });
        await Promise.race([
          sleeper.says('ending'),
          lane.ended(module, deployment),
        ]);
        await lane.takeOver(module, deployment);
        const rows = await lane.rowsOf(deployment);
        const from = sleeper.said.length;
        sleeper.wake();
        if (sleeper.said.includes('ending')) {
          await sleeper.says('run over', { from });
        }
        sleeper.kill();
        refused += sleeper.said.filter(line => line === 'refused').length;
        expect(await lane.rowsOf(deployment)).toEqual(rows);
        expect(await module.outcome(deployment)).toEqual(EXACT);
        await module.clear();
      });
      expect(refused).toBeGreaterThan(0);
    });
  },
);
