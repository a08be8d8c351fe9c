import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { LastGood } from '../entities/LastGood';
import { folderEntity } from './folderEntity';
import { FolderScan, scanModulesFolder } from './scanModulesFolder';

/** Path → text and entity as handed over last; no entity while the file has no name. */
type Handed = Map<string, { text: string; entity?: Entity }>;

/**
 * The modules of the portal's own folder as entities.
 *
 * Level-based: every call of {@link ModulesFolderProvider.sync} compares the
 * whole folder with what was handed over last, so that a lost or doubled event
 * does no harm. The entities carry no location key: a location that later
 * brings the same module takes it over.
 */
export class ModulesFolderProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private known: Handed = new Map();
  private first = true;
  private running: Promise<boolean> = Promise.resolve(true);

  constructor(
    private readonly options: {
      folder: string;
      lastGood: LastGood;
      logger: LoggerService;
    },
  ) {}

  getProviderName(): string {
    return 'orchestr8-modules-folder';
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /**
   * Brings the catalog up to the folder. Calls queue up.
   *
   * @returns false when something could not be decided and the call is to be repeated
   */
  sync(): Promise<boolean> {
    this.running = this.running.then(() => this.syncOnce());
    return this.running;
  }

  private async syncOnce(): Promise<boolean> {
    const { folder, logger } = this.options;
    if (!this.connection) return false;
    try {
      return await this.apply(await scanModulesFolder(folder));
    } catch (error) {
      logger.warn(
        `The modules folder "${folder}" cannot be read; the catalog keeps what it has: ${error}`,
      );
      return false;
    }
  }

  private async apply(scan: FolderScan): Promise<boolean> {
    const { lastGood, logger } = this.options;
    const next: Handed = new Map();
    const added: Entity[] = [];
    let decided = scan.unreadable.size === 0;

    for (const [path, text] of scan.files) {
      const before = this.known.get(path);
      if (before?.text === text) {
        next.set(path, before);
        continue;
      }
      const result = await folderEntity(path, text, { lastGood });
      if (result.state === 'entity') {
        added.push(result.entity);
        next.set(path, { text, entity: result.entity });
      } else if (result.state === 'nameless') {
        logger.warn(`"${path}" is no module: ${result.message}`);
        next.set(path, { ...before, text });
      } else {
        decided = false;
        if (before) next.set(path, before);
      }
    }
    for (const [path, reason] of scan.unreadable) {
      logger.warn(`"${path}" cannot be read; its entity stays: ${reason}`);
      const before = this.known.get(path);
      if (before) next.set(path, before);
    }
    const changed = withoutDoubles(next, added, logger);
    await this.mutate(changed, { next, decided });
    this.known = next;
    return decided;
  }

  private async mutate(
    changed: Entity[],
    { next, decided }: { next: Handed; decided: boolean },
  ) {
    // What went while the portal was down is only found by handing over all;
    // and that deletes, so all of it must have been readable.
    if (this.first && decided) {
      this.first = false;
      await this.connection!.applyMutation({
        type: 'full',
        entities: entitiesOf(next).map(entity => ({ entity })),
      });
      return;
    }
    const present = new Set(entitiesOf(next).map(stringifyEntityRef));
    const removed = entitiesOf(this.known)
      .map(stringifyEntityRef)
      .filter(entityRef => !present.has(entityRef))
      .map(entityRef => ({ entityRef }));
    if (changed.length + removed.length > 0) {
      await this.connection!.applyMutation({
        type: 'delta',
        added: changed.map(entity => ({ entity })),
        removed,
      });
    }
  }
}

function entitiesOf(handed: Handed): Entity[] {
  return [...handed.values()].flatMap(({ entity }) => entity ?? []);
}

/** Of two directories with one name the first counts; the other is taken out of `handed`. */
function withoutDoubles(
  handed: Handed,
  changed: Entity[],
  logger: LoggerService,
): Entity[] {
  const firsts = new Map<string, string>();
  const doubles = new Set<Entity>();
  for (const [path, value] of handed) {
    if (!value.entity) continue;
    const ref = stringifyEntityRef(value.entity);
    const first = firsts.get(ref);
    if (first) {
      logger.warn(`"${path}" is left out: "${first}" is ${ref} already.`);
      doubles.add(value.entity);
      handed.delete(path);
    } else {
      firsts.set(ref, path);
    }
  }
  return changed.filter(entity => !doubles.has(entity));
}
