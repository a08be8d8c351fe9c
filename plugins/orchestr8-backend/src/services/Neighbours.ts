import { CatalogModules } from './CatalogModules';
import { Recent } from './Recent';
import { UNREAD_MS } from './RecentPlans';

/** Modules whose neighbours are kept. */
const MOST = 1_000;

/** A module's neighbours by name, as the catalog has them, whoever may see them. */
export interface NeighboursOf {
  /** Those of the modules that it needs which the catalog knows. */
  known: string[];
  /** Modules that depend on it. */
  dependents: string[];
}

/** Asks the catalog for the neighbours of modules. */
export class Neighbours {
  private readonly catalog: Pick<CatalogModules, 'find' | 'named'>;
  private readonly asked = new Recent<NeighboursOf>({
    ms: UNREAD_MS,
    most: MOST,
  });

  constructor(options: { catalog: Pick<CatalogModules, 'find' | 'named'> }) {
    this.catalog = options.catalog;
  }

  /** `recentWillDo`: what the catalog said a moment ago is not asked for again. */
  async of(
    module: string,
    needed: readonly string[],
    { recentWillDo = false }: { recentWillDo?: boolean } = {},
  ): Promise<NeighboursOf> {
    const key = JSON.stringify([module, ...needed]);
    const recent = recentWillDo && this.asked.find(key);
    if (recent) return recent;
    const [own, known] = await Promise.all([
      this.catalog.find(module),
      this.catalog.named(needed),
    ]);
    const found = { known, dependents: own?.dependents ?? [] };
    this.asked.remember(key, found);
    return found;
  }
}
