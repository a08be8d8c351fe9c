import {
  createMockDirectory,
  mockCredentials,
  TestDatabases,
} from '@backstage/backend-test-utils';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { streamEvents } from '@orchestr8/backstage-plugin-orchestr8-common';
import {
  exampleModule,
  moduleEntity,
  writeModule,
} from '../__testUtils__/exampleModule';
import { testEnvironment } from '../__testUtils__/testEnvironment';
import { TestPortal } from '../__testUtils__/TestPortal';

const databases = TestDatabases.create({
  ids: ['SQLITE_3', 'POSTGRES_15'],
  disableDocker: true,
});
const ADA = 'user:default/ada';
const dev = testEnvironment('dev');

describe.each(databases.eachSupportedId())('the module stream on %s', id => {
  const folder = createMockDirectory();
  let portal: TestPortal;

  beforeEach(async () => {
    await writeModule(folder.path, exampleModule('shop'));
    portal = await TestPortal.start({
      knex: await databases.init(id),
      environments: [dev],
      entities: [
        moduleEntity('shop', { folder: folder.path }),
        moduleEntity('secret'),
      ],
      worker: true,
    });
    portal.fakes.permissions.authorize.mockImplementation(async requests =>
      requests.map(({ resourceRef }) => ({
        result: resourceRef?.endsWith('/secret')
          ? AuthorizeResult.DENY
          : AuthorizeResult.ALLOW,
      })),
    );
  });
  afterEach(() => portal.stop());

  async function open(after?: string) {
    const query = after ? `?after=${encodeURIComponent(after)}` : '';
    const response = await fetch(`${portal.url}/v1/modules/stream${query}`, {
      headers: { authorization: mockCredentials.user.header(ADA) },
    });
    const events = streamEvents(response);
    return {
      status: response.status,
      next: async () => (await events.next()).value!,
      close: () => events.return(undefined),
    };
  }

  const deploy = async () => {
    const john = portal.as(ADA);
    const { hash } = await john.makePlan('shop', { environment: 'dev' });
    const { id: deployment } = await john.deploy({ plan: hash });
    await portal.ended(deployment);
  };

  it('tells each module that the caller may read, then each change, and goes on at the cursor', async () => {
    const stream = await open();
    expect(stream.status).toBe(200);
    expect(await stream.next()).toMatchObject({ event: 'reset' });
    const first = await stream.next();
    expect(first).toMatchObject({
      event: 'module',
      data: { name: 'shop', environments: [{ health: { status: 'Missing' } }] },
    });
    await deploy();
    expect(await stream.next()).toMatchObject({
      event: 'module',
      data: {
        name: 'shop',
        environments: [{ environment: 'dev', deployed: { version: '1.0.0' } }],
      },
    });
    await stream.close();

    const resumed = await open(first.id);
    const missed = await resumed.next();
    expect(missed).toMatchObject({
      data: { environments: [{ deployed: { version: '1.0.0' } }] },
    });
    await resumed.close();

    const uptodate = await open(missed.id);
    const { hash } = await portal
      .as(ADA)
      .planDeletion('shop', { environment: 'dev' });
    await portal.as(ADA).deploy({ plan: hash });
    const change = await uptodate.next();
    expect(change.data).toMatchObject({ name: 'shop' });
    expect(
      (change.data as { environments: object[] }).environments[0],
    ).not.toHaveProperty('deployed');
    await uptodate.close();
  });

  it('tells everything to a reader whose cursor it does not know', async () => {
    const stream = await open('of-another-process.7');
    expect(await stream.next()).toMatchObject({ event: 'reset' });
    expect(await stream.next()).toMatchObject({ data: { name: 'shop' } });
    await stream.close();
  });
});
