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
  dependents: readonly string[];
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

  /**
   * @param options - `recentWillDo`: what the catalog said a moment ago is not
   * asked for again; `dependents`: as it has just said
   */
  async of(
    module: string,
    needed: readonly string[],
    options: { recentWillDo?: boolean; dependents?: readonly string[] } = {},
  ): Promise<NeighboursOf> {
    const { recentWillDo = false } = options;
    const key = JSON.stringify([module, ...needed]);
    const recent = recentWillDo && this.asked.find(key);
    if (recent) return recent;
    const [dependents, known] = await Promise.all([
      options.dependents ?? this.dependentsOf(module),
      this.catalog.named(needed),
    ]);
    const found = { known, dependents };
    this.asked.remember(key, found);
    return found;
  }

  private async dependentsOf(module: string): Promise<string[]> {
    return (await this.catalog.find(module))?.dependents ?? [];
  }
}
