import { TestDatabaseId, TestDatabases } from '@backstage/backend-test-utils';
import {
  connectCluster,
  createEngine,
  prepareCluster,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';
import { CrashLane } from '../__testUtils__/CrashLane';
import { REFUSED } from '../__testUtils__/crashPoints';
import { DeployedModule } from '../__testUtils__/DeployedModule';
import { HeardWrite } from '../__testUtils__/heardWrites';
import { WorkerProcess } from '../__testUtils__/WorkerProcess';
import { WriteOrder } from '../__testUtils__/WriteOrder';

const kubeconfig = process.env.O8_TEST_KUBECONFIG;
const renderer = process.env.O8_RENDERER;
const describeWithPlayground =
  kubeconfig && renderer ? describe.each : describe.skip.each;
const isLong = Boolean(process.env.O8_LONG);

/** Times that a worker is killed, and that one is stopped and woken, on each database. */
const [KILLS, STOPS] = isLong ? [250, 100] : [4, 2];
/** Services at a time, a database each. */
const LANES = isLong ? 4 : 2;

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
    const inLanes = async <P>(
      places: readonly P[],
      rounds: number,
      round: (
        lane: CrashLane,
        at: { place: P; number: number },
      ) => Promise<void>,
    ) => {
      let next = 0;
      const work = async (lane: CrashLane) => {
        while (next < rounds) {
          const number = next++;
          const at = Math.floor(((number + 0.5) * places.length) / rounds);
          await round(lane, { place: places[at], number });
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
      await inLanes(everywhere, KILLS, async (lane, { place: point }) => {
        const module = lane.newModule();
        const deployment = await module.queue();
        const victim = lane.startWorker({ point, signal: 'SIGKILL' });
        // A run is not always of one length: it may be over before that point.
        await Promise.race([victim.end(), lane.ended(module, deployment)]);
        if (victim.said.includes('ending')) killed += 1;
        const another = lane.takeOver();
        await lane.ended(module, deployment);
        await another.stop();
        victim.kill();
        const where = `${point}: ${victim.said.at(-2)}`;
        expect({
          where,
          ...(await module.outcome(deployment, victim.leftAt)),
        }).toEqual({ where, ...EXACT });
        await module.clear();
      });
      // Nearly all: else it proves little.
      expect(killed).toBeGreaterThanOrEqual(KILLS * 0.75);
    });

    /** In a run each of these comes once at least, whatever else goes on beside it. */
    const whereToSleep = () => [
      ...new Set(
        points.filter(name =>
          /^(before|after) (apply |delete |update o8_deployments set steps )/.test(
            name,
          ),
        ),
      ),
    ];

    it(`takes no late write, ${STOPS} times that a worker sleeps past its lease and wakes`, async () => {
      await inLanes(whereToSleep(), STOPS, async (lane, { place, number }) => {
        const module = lane.newModule();
        const deployment = await module.queue();
        const sleeper = lane.startWorker({ name: place, signal: 'SIGSTOP' });
        await sleeper.says('ending');
        const wake = async () => {
          const from = sleeper.said.length;
          const before = await lane.firstRun(deployment, sleeper);
          sleeper.wake();
          await sleeper.says('run over', { from });
          sleeper.kill();
          const late = sleeper.said.slice(from);
          expect({
            place,
            accepted: acceptedOf(late, place),
            // The write that it was about to make is made on waking: it was the cluster that took it not.
            refused: late.includes(REFUSED) || !isWrite(place),
          }).toEqual({ place, accepted: [], refused: true });
          expect(await lane.firstRun(deployment, sleeper)).toEqual(before);
        };
        await (number % 2 === 0
          ? wakeInTheMidst(lane, { module, deployment, sleeper, wake })
          : wakeAfterwards(lane, { module, deployment, sleeper, wake }));
        await module.clear();
      });
    });
  },
);

function isWrite(place: string): boolean {
  return /^before (apply|delete) /.test(place);
}

/** Writes that were begun on waking and that the cluster took: it is told after each. One that was under way before may have been taken before. */
function acceptedOf(late: readonly string[], place: string): string[] {
  const begun = [place, ...late].filter(line => line.startsWith('before '));
  return late.filter(
    line =>
      /^after (apply|delete) /.test(line) &&
      begun.includes(line.replace('after', 'before')),
  );
}

interface Slept {
  module: DeployedModule;
  deployment: string;
  sleeper: WorkerProcess;
  wake(): Promise<void>;
}

/** It wakes while another worker has the same deployment under way. */
async function wakeInTheMidst(lane: CrashLane, slept: Slept): Promise<void> {
  const { module, deployment, sleeper, wake } = slept;
  const order = new WriteOrder();
  const isWorkload = ({ object }: HeardWrite) => object.kind === 'Deployment';
  const held = order.holdNext('before', isWorkload);
  const another = lane.takeOver(order);
  await held.arrived;
  try {
    await wake();
  } finally {
    held.letGo();
  }
  await lane.ended(module, deployment);
  await another.stop();
  expect(await module.outcome(deployment, sleeper.leftAt)).toEqual(EXACT);
}

/** It wakes when another version has been deployed since: its own bytes would show. */
async function wakeAfterwards(lane: CrashLane, slept: Slept): Promise<void> {
  const { module, deployment, sleeper, wake } = slept;
  const another = lane.takeOver();
  await lane.ended(module, deployment);
  expect(await module.outcome(deployment, sleeper.leftAt)).toEqual(EXACT);
  const newer = await module.queue('2.0.0');
  await lane.ended(module, newer);
  await wake();
  await another.stop();
  const { state, ends, notAsPlanned } = EXACT;
  expect(await module.outcome(newer)).toMatchObject({
    ...{ state, ends, notAsPlanned },
  });
  expect(await module.outcome(deployment)).toMatchObject({ state, ends });
}
