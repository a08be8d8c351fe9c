import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import {
  EntityProvider,
  EntityProviderConnection,
} from '@backstage/plugin-catalog-node';
import { createHash } from 'crypto';
import { setImmediate } from 'timers/promises';
import { Doubts } from './Doubts';
import { folderEntity } from './folderEntity';
import { byOwner, HandedFile, HandedFiles, winnersOf } from './HandedFiles';
import { Changed, ModuleSource, SourceScan, SourceText } from './ModuleSource';
import { NameClaims } from './NameClaims';
import { namedTwice } from './namedTwice';

/** Files understood between two pauses. */
const BREATH = 10;
/** What others did to our entities in the catalog is undone this often. */
const FULL_EVERY_MS = 60 * 60_000;

/** What one look at a source came to. */
export interface SyncResult {
  /** Files that are to be looked at again at once, before what they seem to say is believed. */
  doubtful: ReadonlySet<string>;
  /** Modules that stand in the source, as far as known. */
  modules: number;
  /** Files that could not be read and keep their entity. */
  unreadable: ReadonlyMap<string, string>;
}

/**
 * The modules of one source as entities.
 *
 * Level-based: what is there is compared with what was handed over last, by the
 * hash of the text, so that a lost or doubled event does no harm and an
 * unchanged file costs no write. The first complete look is handed over as a
 * whole: that finds what went while the portal was down, and the catalog writes
 * only what differs from what it has.
 */
export class ModuleSourceProvider implements EntityProvider {
  private connection?: EntityProviderConnection;
  private known: HandedFiles = new Map();
  /** Reference → entity, as the catalog has been told. */
  private given = new Map<string, Entity>();
  private fullAt?: number;
  private readonly doubts = new Doubts();

  constructor(
    private readonly options: {
      source: ModuleSource;
      logger: LoggerService;
      /** Keeps other sources from taking a module over; absent: a location that brings the same one does. */
      locationKey?: string;
      /** Of all sources that keep others from taking their modules over. */
      claims?: NameClaims;
      /** Names that no module may have. */
      reserved?: readonly string[];
      /** Milliseconds of a clock that never goes back. */
      now?: () => number;
    },
  ) {}

  getProviderName(): string {
    return `orchestr8-${this.options.source.id}`;
  }

  async connect(connection: EntityProviderConnection): Promise<void> {
    this.connection = connection;
  }

  /**
   * Brings the catalog up to the source. One call at a time.
   *
   * @returns undefined before the catalog runs
   * @throws SourceUnreadableError, and what the catalog throws; nothing was deleted then
   */
  async sync(changed: Changed): Promise<SyncResult | undefined> {
    if (!this.connection) return undefined;
    const scan = await this.options.source.read(changed);
    this.doubts.begin(scan.scope);
    const next = this.kept(scan);
    let read = 0;
    for (const [path, source] of scan.texts) {
      const before = this.known.get(path);
      const file = this.fileOf(path, source, {
        before,
        certain: scan.certain,
      });
      if (file) next.set(path, file);
      if (file === before) continue;
      if (++read % BREATH === 0) await setImmediate();
    }
    await this.settle(scan, next);
    this.known = next;
    return {
      doubtful: this.doubts.paths(),
      modules: this.given.size,
      unreadable: scan.unreadable,
    };
  }

  /** What is known and was not looked at, or whose absence is not certain. */
  private kept(scan: SourceScan): HandedFiles {
    const next: HandedFiles = new Map();
    for (const [path, file] of this.known) {
      const seen = scan.texts.has(path) || scan.refused.has(path);
      const outside = scan.scope !== 'all' && !scan.scope.has(path);
      if (outside || (!seen && !this.isGone(path, scan))) next.set(path, file);
    }
    return next;
  }

  private isGone(path: string, scan: SourceScan): boolean {
    if (!scan.complete) return false;
    for (const blind of scan.unreadable.keys()) {
      if (path === blind || path.startsWith(`${blind}/`)) return false;
    }
    return scan.certain || this.doubts.confirm(path, 'gone');
  }

  /** The file understood; as before while there is doubt, undefined when that is nothing. */
  private fileOf(
    path: string,
    source: SourceText,
    { before, certain }: { before?: HandedFile; certain: boolean },
  ): HandedFile | undefined {
    const hash = hashOf(source);
    if (before?.hash === hash) return before;
    const result = folderEntity(path, source, {
      reserved: this.options.reserved,
      before: before?.entity && {
        kind: before.entity.kind,
        name: before.entity.metadata.name,
      },
    });
    // Perhaps it is being written: a text is broken only if it stays so.
    const isSettled =
      result.state === 'sound' || certain || this.doubts.confirm(path, hash);
    if (!isSettled) return before;
    if (result.state === 'nameless') {
      this.options.logger.warn(`"${path}" is no module: ${result.message}`);
      return { ...before, hash };
    }
    const { entity } = result;
    return { hash, entity, ref: stringifyEntityRef(entity) };
  }

  /** Tells the catalog what it has not been told. */
  private async settle(scan: SourceScan, next: HandedFiles) {
    const { source, claims } = this.options;
    const entities = new Map<string, Entity>();
    const paths = new Map<string, string>();
    for (const [ref, winner] of winnersOf(next)) {
      const elsewhere = claims?.besides(source.id, ref) ?? [];
      const where = { source: source.description, elsewhere };
      entities.set(ref, namedTwice(winner, where));
      paths.set(ref, winner.path);
      for (const path of winner.others) {
        if (this.known.get(path) === next.get(path)) continue;
        this.options.logger.warn(
          `"${path}" is left out: "${winner.path}" has the same name. Rename one of them.`,
        );
      }
    }
    if (this.isFullDue(scan)) {
      await this.connection!.applyMutation({
        type: 'full',
        entities: byOwner(entities.values()).map(entity =>
          this.deferred(entity),
        ),
      });
      this.fullAt = this.now();
    } else {
      const removed = [...this.given.keys()].filter(ref => !entities.has(ref));
      await this.change(
        [...entities].filter(([ref, entity]) => this.given.get(ref) !== entity),
        removed,
      );
    }
    this.given = entities;
    // Not before: what this source has left is then another's to bring.
    claims?.set(source, paths);
  }

  /** Handing over all deletes the rest: so all of it must have been read. */
  private isFullDue(scan: SourceScan): boolean {
    if (scan.scope !== 'all' || !scan.complete) return false;
    if (scan.unreadable.size > 0 || this.doubts.paths().size > 0) return false;
    return (
      this.fullAt === undefined || this.now() - this.fullAt > FULL_EVERY_MS
    );
  }

  private async change(
    added: readonly (readonly [string, Entity])[],
    removed: readonly string[],
  ) {
    if (added.length + removed.length === 0) return;
    await this.connection!.applyMutation({
      type: 'delta',
      added: added.map(([, entity]) => this.deferred(entity)),
      removed: removed.map(entityRef => ({ entityRef })),
    });
  }

  private deferred(entity: Entity) {
    const { locationKey } = this.options;
    return locationKey ? { entity, locationKey } : { entity };
  }

  private now(): number {
    return (this.options.now ?? (() => performance.now()))();
  }
}

function hashOf({ text, problems }: SourceText): string {
  const hash = createHash('sha256').update(text);
  if (problems) hash.update(JSON.stringify(problems));
  return hash.digest('base64');
}
