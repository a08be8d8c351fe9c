import { CatalogModule } from './CatalogModules';
import { Neighbours } from './Neighbours';

afterEach(() => jest.restoreAllMocks());

describe('Neighbours', () => {
  const shop = { name: 'shop', dependents: ['till'] } as Partial<CatalogModule>;
  const catalog = {
    find: jest.fn(async () => shop as CatalogModule | undefined),
    named: jest.fn(async (names: readonly string[]) => [...names]),
  };
  const found = { known: ['redis'], dependents: ['till'] };
  let neighbours: Neighbours;
  beforeEach(async () => {
    jest.clearAllMocks();
    neighbours = new Neighbours({ catalog });
    await neighbours.of('shop', ['redis']);
  });

  it('are asked for anew unless what was said a moment ago will do', async () => {
    expect(await neighbours.of('shop', ['redis'])).toEqual(found);
    expect(catalog.find).toHaveBeenCalledTimes(2);
  });

  it('are not asked for again when what was said a moment ago will do', async () => {
    expect(
      await neighbours.of('shop', ['redis'], { recentWillDo: true }),
    ).toEqual(found);
    expect(catalog.find).toHaveBeenCalledTimes(1);
    expect(catalog.named).toHaveBeenCalledTimes(1);
  });

  it('are asked for without the module itself when that has just been asked for', async () => {
    const dependents = ['kiosk'];
    expect(await neighbours.of('shop', ['redis'], { dependents })).toEqual({
      known: ['redis'],
      dependents,
    });
    expect(catalog.find).toHaveBeenCalledTimes(1);
  });

  it.each<[string, string, string[]]>([
    ['another module', 'till', ['redis']],
    ['a module that needs others now', 'shop', ['redis', 'mail']],
  ])('are asked for of %s', async (_, module, needed) => {
    await neighbours.of(module, needed, { recentWillDo: true });
    expect(catalog.named).toHaveBeenLastCalledWith(needed);
    expect(catalog.find).toHaveBeenCalledTimes(2);
  });

  it('are asked for again once that was more than a moment ago', async () => {
    const now = performance.now.bind(performance);
    jest.spyOn(performance, 'now').mockImplementation(() => now() + 2_001);
    await neighbours.of('shop', ['redis'], { recentWillDo: true });
    expect(catalog.find).toHaveBeenCalledTimes(2);
  });

  it('has no dependents while the catalog does not know it', async () => {
    catalog.find.mockResolvedValueOnce(undefined);
    expect(await neighbours.of('shop', [])).toEqual({
      known: [],
      dependents: [],
    });
  });
});
