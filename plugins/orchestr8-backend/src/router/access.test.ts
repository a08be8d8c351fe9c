import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { Knex } from 'knex';
import {
  encoded,
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';
import { readSpecification } from './createRouter';

const databases = TestDatabases.create({ ids: ['SQLITE_3'] });
const ADA = 'user:default/ada';

jest.setTimeout(60_000);

/** Bodies that are valid, by operation; a new operation that needs one fails here until it has one. */
const BODIES: Record<string, object> = {
  uploadRelease: { files: encoded(exampleModule('shop')) },
  validate: { files: encoded(exampleModule('shop')) },
  renderTemplate: {
    ...{ name: 'x', team: 'a', owner: 'b@example.com', variables: {} },
  },
  makePlan: { environment: 'dev' },
  planRollback: { environment: 'dev' },
  planDeletion: { environment: 'dev' },
  scale: { environment: 'dev', replicas: 2 },
  restart: { environment: 'dev' },
  requestApproval: {},
  approvePlan: {},
  rejectPlan: { reason: 'no' },
  cancelDeployment: {},
};

/** What everybody may ask who is signed in: it is of the portal, or shows only what the caller may read. */
const FOR_EVERYBODY = [
  'listEnvironments',
  'listModules',
  'watchModules',
  'listApprovals',
  'listTemplates',
  'renderTemplate',
  'validate',
];

describe('every operation of openapi.yaml', () => {
  const folder = createMockDirectory();
  let knex: Knex;
  let portal: TestPortal;
  let plan: string;
  let deployment: string;
  let operations: { id: string; method: string; path: string }[];

  beforeAll(async () => {
    await writeModule(folder.path, exampleModule('shop'));
    knex = await databases.init('SQLITE_3');
    portal = await TestPortal.start({
      knex,
      environments: [
        testEnvironment('dev', {
          gates: { approvals: { required: 1, from: [], expiresMs: 60_000 } },
        }),
      ],
      entities: [moduleEntity('shop', { folder: folder.path })],
    });
    const ada = portal.as(ADA);
    plan = (await ada.makePlan('shop', { environment: 'dev' })).hash;
    await ada.requestApproval(plan);
    // Its approval is not given: put into the queue as if it were.
    const stored = await portal.services.plans.get(plan);
    const queued = await portal.services.deployments.enqueue(stored, {
      by: ADA,
    });
    deployment = queued.id;
    const { paths } = await readSpecification();
    operations = Object.entries(
      paths as Record<string, Record<string, { operationId: string }>>,
    ).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, { operationId: id }]) => ({
        ...{ id, method, path },
      })),
    );
  });
  afterAll(() => portal.stop());

  const ask = async (
    { id, method, path }: (typeof operations)[number],
    authorization?: string,
  ) => {
    const filled = path
      .replace('{hash}', plan)
      .replace('{id}', deployment)
      .replace(/\{\w+\}/, 'shop');
    const needed = /drift|alerts|logs|releases/.test(path);
    const query = needed && method === 'get' ? '?environment=dev' : '';
    const gone = new AbortController();
    const response = await fetch(`${portal.url}${filled}${query}`, {
      method: method.toUpperCase(),
      headers: {
        ...(authorization ? { authorization } : {}),
        ...(method === 'post' ? { 'content-type': 'application/json' } : {}),
      },
      ...(method === 'post'
        ? { body: JSON.stringify(BODIES[id] ?? { plan }) }
        : {}),
      signal: gone.signal,
    });
    const type = response.headers.get('content-type') ?? '';
    const isStream = type.startsWith('text/event-stream');
    const text = isStream ? '' : await response.text();
    gone.abort();
    return { status: response.status, type, text };
  };

  const lastAudit = async () =>
    (await knex('o8_audit').orderBy('sequence', 'desc').first()) ?? {};

  it('writes every act down that changes something, before and after, by its name', async () => {
    const unwritten: unknown[] = [];
    for (const operation of operations) {
      const { id, method } = operation;
      if (method === 'get' || FOR_EVERYBODY.includes(id)) continue;
      const before = (await lastAudit()).sequence ?? 0;
      portal.fakes.auditor.createEvent.mockClear();
      const { status } = await ask(operation, mockCredentials.user.header(ADA));
      const { sequence, who, event, outcome, details } = await lastAudit();
      const [[told] = []] = portal.fakes.auditor.createEvent.mock.calls;
      const isNamed =
        !event.startsWith('request-') &&
        told?.eventId === event &&
        told?.request !== undefined;
      const wanted = status === 403 ? 'refused' : 'failed';
      const isWritten =
        sequence === before + 1 &&
        who === ADA &&
        outcome === (status < 300 ? 'succeeded' : wanted);
      if (status >= 500 || !isNamed || !isWritten) {
        unwritten.push({ id, status, event, outcome, details });
      }
    }
    expect(unwritten).toEqual([]);
  });

  it('refuses who may not, in a problem document that names the permission, and writes it down', async () => {
    portal.fakes.permissions.authorize.mockImplementation(async requests =>
      requests.map(() => ({ result: AuthorizeResult.DENY })),
    );
    const mute: unknown[] = [];
    for (const operation of operations) {
      if (FOR_EVERYBODY.includes(operation.id)) continue;
      const before = (await lastAudit()).sequence ?? 0;
      const { status, type, text } = await ask(
        operation,
        mockCredentials.user.header(ADA),
      );
      const { sequence, who, outcome } = await lastAudit();
      const told = {
        status,
        isProblem: type.startsWith('application/problem+json'),
        permission: /orchestr8\.module\.\w+/.test(text),
        isWritten: sequence > before && who === ADA && outcome === 'refused',
      };
      if (
        status !== 403 ||
        !told.isProblem ||
        !told.permission ||
        !told.isWritten
      ) {
        mute.push({ ...operation, ...told, text });
      }
    }
    expect(mute).toEqual([]);
  });

  it('shows who may read nothing none of the modules, where everybody may ask', async () => {
    const wrong: string[] = [];
    for (const operation of operations) {
      const { id, method } = operation;
      if (!FOR_EVERYBODY.includes(id)) continue;
      const { status, text } = await ask(
        operation,
        mockCredentials.user.header(ADA),
      );
      const isTold = method === 'get' && text.includes('shop');
      if (status >= 500 || isTold) wrong.push(`${id}: ${status} ${text}`);
    }
    expect(wrong).toEqual([]);
  });

  it('refuses who is not signed in, and writes it down', async () => {
    for (const operation of operations) {
      const before = (await lastAudit()).sequence ?? 0;
      const { status } = await ask(operation, mockCredentials.none.header());
      const { sequence, outcome } = await lastAudit();
      expect([operation.id, status]).toEqual([operation.id, 401]);
      expect([operation.id, sequence > before, outcome]).toEqual([
        operation.id,
        true,
        'refused',
      ]);
    }
  });
});
