import { mockServices } from '@backstage/backend-test-utils';
import { Entity } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';
import { KnownReader } from './KnownReader';
import { keyOfEmail } from './knownKey';

const ANNA = keyOfEmail('anna@company.com');
const aModule = (name: string): Entity => ({
  apiVersion: 'orchestr8.io/v1',
  kind: 'Module',
  metadata: { name },
});
/** Longer than it takes until it is quiet. */
const A_WHILE = 10_000;

describe('the reader of who and what there is', () => {
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  async function start() {
    const reads: string[] = [];
    const scheduler = {
      ...mockServices.scheduler.mock(),
      triggerTask: async (id: string) => {
        reads.push(id);
      },
    };
    const reader = new KnownReader({
      catalog: {} as CatalogService,
      auth: mockServices.auth.mock(),
      scheduler,
      onChange: () => {},
    });
    await reader.start();
    return { reader, reads };
  }

  it('reads when somebody is asked for whom it does not know, as soon as it is quiet', async () => {
    const { reader, reads } = await start();
    reader.index.ask(ANNA);
    expect(reads).toEqual([]);
    await jest.advanceTimersByTimeAsync(A_WHILE);
    expect(reads).toEqual(['orchestr8-read-known']);
    reader.index.ask(ANNA);
    await jest.advanceTimersByTimeAsync(A_WHILE);
    expect(reads).toHaveLength(1);
  });

  it('waits while entities pour in', async () => {
    const { reader, reads } = await start();
    reader.index.ask(ANNA);
    for (let n = 0; n < 20; n++) {
      reader.index.learn(aModule(`m${n}`));
      await jest.advanceTimersByTimeAsync(1_000);
    }
    expect(reads).toEqual([]);
    await jest.advanceTimersByTimeAsync(A_WHILE);
    expect(reads).toHaveLength(1);
  });

  it('leaves the catalog alone when all has an answer', async () => {
    const { reader, reads } = await start();
    reader.index.ask('module:default/redis');
    reader.index.learn(aModule('redis'));
    await jest.advanceTimersByTimeAsync(A_WHILE);
    expect(reads).toEqual([]);
  });

  it('asks for nothing any more once it is stopped', async () => {
    const { reader, reads } = await start();
    reader.index.ask(ANNA);
    reader.stop();
    await jest.advanceTimersByTimeAsync(A_WHILE);
    expect(reads).toEqual([]);
  });
});
