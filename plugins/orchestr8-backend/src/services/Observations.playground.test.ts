import {
  createMockDirectory,
  TestDatabases,
} from '@backstage/backend-test-utils';
import {
  ModuleSummary,
  Observation,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { connectCluster } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';
import { queuedDeployment } from '../__testUtils__/queuedDeployment';
import {
  describeWithPlayground,
  RealService,
} from '../__testUtils__/RealService';
import { SwitchedLink } from '../__testUtils__/SwitchedLink';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { DatabaseDeployments } from '../store/DatabaseDeployments';

const databases = TestDatabases.create({
  ids: ['SQLITE_3'],
  disableDocker: true,
});
const kubeconfig = process.env.O8_TEST_KUBECONFIG!;
const ADA = 'user:default/ada';
/** Modules whose deployments hang: more than a worker has slots. */
const STUCK = Array.from({ length: 100 }, (_, n) => `stuck-${n}`);

jest.setTimeout(120_000);

describeWithPlayground(
  'a cluster in trouble beside a live one (needs O8_TEST_KUBECONFIG and O8_RENDERER)',
  () => {
    const folder = createMockDirectory();
    let knex: Knex;
    let link: SwitchedLink;
    let service: RealService;

    beforeEach(async () => {
      knex = await databases.init('SQLITE_3');
      link = await SwitchedLink.to(kubeconfig);
      service = new RealService({
        folder: folder.path,
        environments: [
          testEnvironment('dev'),
          testEnvironment('far', { cluster: 'far' }),
        ],
        others: STUCK,
        cluster: name =>
          name === 'far'
            ? connectCluster({ name, kubeconfigText: link.kubeconfigText })
            : undefined,
      });
      const portal = await service.startPortal(knex);
      await service.write({ version: '1.0.0' });
      await deployed(portal, 'dev');
      await deployed(portal, 'far');
    });
    afterEach(async () => {
      await service.close();
      await link.refuse();
    });

    const deployed = async (
      portal: RealService['portals'][0],
      environment: string,
    ) => {
      const ada = portal.as(ADA);
      const { hash } = await ada.makePlan(service.module, { environment });
      const { id } = await ada.deploy({ plan: hash });
      expect(await portal.ended(id)).toMatchObject({ state: 'succeeded' });
    };
    /** All that the stream of the module's page tells, until `done` says so. */
    const follow = async (
      portal: RealService['portals'][0],
      done: (now: Observation) => boolean | Promise<boolean>,
    ): Promise<Observation[]> => {
      const stop = new AbortController();
      const told: Observation[] = [];
      const stream = portal
        .as(ADA)
        .watchObservations(service.module, { signal: stop.signal });
      for await (const now of stream) {
        told.push(now);
        if (await done(now)) break;
      }
      stop.abort();
      return told;
    };
    const scaled = async (portal: RealService['portals'][0], to: number) => {
      const { id } = await portal
        .as(ADA)
        .scale(service.module, { environment: 'dev', replicas: to });
      expect(await portal.ended(id)).toMatchObject({ state: 'succeeded' });
    };

    it('shows what it knew, why there is no more, and since when, while the live one goes on; and comes back', async () => {
      const [portal] = service.portals;
      let step: 'begin' | 'lost' | 'back' = 'begin';
      const known = new Set<string>();
      let before: Observation | undefined;
      const told = await follow(portal, async now => {
        known.add(now.environment);
        if (now.environment === 'far' && !now.unavailable) before ??= now;
        if (step === 'begin' && known.size === 2 && before) {
          step = 'lost';
          await link.refuse();
          await scaled(portal, 2);
        } else if (step === 'lost' && now.replicas.ready === 2) {
          step = 'back';
          await link.pass();
        }
        return step === 'back' && now.environment === 'far' && !now.unavailable;
      });
      const lost = told.find(({ unavailable }) => unavailable)!;
      expect(lost).toMatchObject({
        environment: 'far',
        unavailable: expect.stringMatching(
          /^The cluster "far" at https:.* cannot be reached: /,
        ),
        // As of when contact was lost.
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
        replicas: before!.replicas,
      });
      const dev = told.filter(({ environment }) => environment === 'dev');
      expect(dev.filter(({ unavailable }) => unavailable)).toEqual([]);
      const last = told.at(-1)!;
      expect(last).toMatchObject({ health: { status: 'Healthy' } });
      expect(last.observedAt > lost.observedAt).toBe(true);
      // Never in between was anything shown that was not so.
      const statuses = told.map(({ health }) => health.status);
      expect(statuses).not.toContain('Missing');
      expect(statuses).not.toContain('Degraded');
    });

    it('keeps nobody waiting for a cluster that takes connections and never answers', async () => {
      await link.hang();
      const portal = await service.startPortal(knex);
      const ada = portal.as(ADA);
      const hangs = {
        environment: 'far',
        health: { status: 'Unknown' },
        unavailable: 'The cluster "far" has not answered yet',
      };
      const lives = { environment: 'dev', health: { status: 'Healthy' } };

      const known = new Map<string, Observation>();
      await follow(portal, now => {
        known.set(now.environment, now);
        return known.size === 2 && !known.get('dev')!.unavailable;
      });
      expect(known.get('dev')).toMatchObject(lives);
      expect(known.get('far')).toMatchObject(hangs);
      expect(await ada.listObservations(service.module)).toMatchObject([
        lives,
        hangs,
      ]);

      const shown = await summaryWhere(
        portal,
        ({ environments: [dev] }) => dev.health.status === 'Healthy',
      );
      expect(shown.environments).toMatchObject([
        lives,
        { environment: 'far', health: { status: 'Unknown' } },
      ]);
      await scaled(portal, 2);
      // All that while it hung: nothing came of it but connections.
      expect(link.unanswered).toBeGreaterThan(0);

      await link.pass();
      const after = await follow(
        portal,
        now => now.environment === 'far' && !now.unavailable,
      );
      expect(after.at(-1)).toMatchObject({
        deployed: { version: '1.0.0' },
        health: { status: 'Healthy' },
      });
    });

    it('deploys to the live one while deployments hang at the other, more than there are slots', async () => {
      const [portal] = service.portals;
      const ada = portal.as(ADA);
      const { hash } = await ada.makePlan(service.module, {
        environment: 'far',
      });
      await link.hang();
      const store = new DatabaseDeployments(knex);
      const stuck = STUCK.map(module =>
        queuedDeployment({
          ...{ module, environment: 'far', cluster: 'far', plan: hash },
        }),
      );
      for (const one of stuck) await store.enqueue(one);
      await deployed(portal, 'dev');
      const states = await Promise.all(
        stuck.map(async ({ id }) => (await store.find(id))?.state),
      );
      expect(states.filter(state => state === 'running')).toHaveLength(20);
      expect(states.filter(state => state === 'queued')).toHaveLength(80);
    });

    const summaryWhere = async (
      portal: RealService['portals'][0],
      isMeant: (summary: ModuleSummary) => boolean,
    ): Promise<ModuleSummary> => {
      const stop = new AbortController();
      try {
        for await (const news of portal
          .as(ADA)
          .watchModules({ signal: stop.signal })) {
          if ('name' in news && isMeant(news)) return news;
        }
      } finally {
        stop.abort();
      }
      throw new Error('The stream ended.');
    };
  },
);
