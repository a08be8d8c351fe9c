import { mockServices } from '@backstage/backend-test-utils';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SourceHealth } from './SourceHealth';

const source = { id: 'repo', description: 'the git repository "/srv/repo"' };

/** Remembers the last value of each gauge. */
function listen() {
  const values: Record<string, number> = {};
  const metrics = {
    createGauge: (name: string) => ({
      record: (value: number) => {
        values[name.replace('orchestr8.catalog.source.', '')] = value;
      },
    }),
  } as unknown as MetricsService;
  const logger = mockServices.logger.mock();
  const health = new SourceHealth({ source, logger, metrics });
  return { health, logger, values };
}

const good = (unreadable: [string, string][] = []) => ({
  modules: 3,
  doubtful: new Set<string>(),
  unreadable: new Map(unreadable),
});

describe('the health of a source', () => {
  it('is not worth a word while it is good', () => {
    const { health, logger, values } = listen();
    health.good(good());
    expect(logger.warn).not.toHaveBeenCalled();
    expect(values).toEqual({ readable: 1, modules: 3, unreadable_files: 0 });
  });

  it('is said once when it turns bad, with what the catalog does, and once when it is good again', () => {
    const { health, logger, values } = listen();
    health.good(good());
    health.bad(new Error('no answer'));
    health.bad(new Error('no answer'));
    expect(logger.warn.mock.calls).toEqual([
      [
        'The git repository "/srv/repo" cannot be brought into the catalog, which keeps what it has: no answer',
      ],
    ]);
    expect(values.readable).toBe(0);
    health.good(good());
    health.good(good());
    expect(logger.info.mock.calls).toEqual([
      ['The git repository "/srv/repo" can be read again; 3 modules.'],
    ]);
  });

  it('names the places that cannot be read, and not all of very many', () => {
    const { health, logger, values } = listen();
    health.good(
      good(Array.from({ length: 8 }, (_, at) => [`/srv/${at}`, 'EACCES'])),
    );
    const [[message]] = logger.warn.mock.calls;
    expect(message).toContain('8 places in the git repository');
    expect(message).toContain('"/srv/0" (EACCES)');
    expect(message).not.toContain('/srv/5');
    expect(values).toMatchObject({ readable: 1, unreadable_files: 8 });
  });
});
