import { LoggerService } from '@backstage/backend-plugin-api';
import { Entity, stringifyLocationRef } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  CatalogProcessorParser,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { formatProblem } from '../entities/formatProblem';
import { Identity } from '../entities/moduleEntity';
import { ModuleFile, readModuleFile } from '../entities/readModuleFile';
import { withProblems } from '../entities/carriedProblems';
import { ModuleTexts } from './ModuleTexts';

/** Cached: which entity the file stood for when it was last sound. */
const IDENTITY = 'identity';
/** Cached: the errors that were logged. */
const TOLD = 'told';

/**
 * Reads locations that end in `o8-module.yaml` itself, so that problems carry
 * line and column.
 *
 * A pattern becomes one location per file: an error stops the whole location
 * that it is reported at, and one broken file must not hold up its neighbours.
 */
export class ModuleLocationProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      texts: ModuleTexts;
      logger: LoggerService;
      /** Names that no module may have. */
      reserved: readonly string[];
    },
  ) {}

  getProcessorName(): string {
    return 'orchestr8-module-location';
  }

  /** Before the readers of any file. */
  getPriority(): number {
    return 10;
  }

  async readLocation(
    location: LocationSpec,
    optional: boolean,
    emit: CatalogProcessorEmit,
    _parser: CatalogProcessorParser,
    cache: CatalogProcessorCache,
  ): Promise<boolean> {
    const { texts } = this.options;
    if (!texts.accepts(location)) return false;
    emit(processingResult.refresh(stringifyLocationRef(location)));
    try {
      if (texts.isPattern(location)) {
        const found = await texts.expand(location);
        if (found.length === 0 && !optional) {
          emit(
            processingResult.notFoundError(
              location,
              `No file matches ${location.target}`,
            ),
          );
        }
        for (const file of found) emit(processingResult.location(file));
        return true;
      }
      const content = await texts.read(location, cache);
      await this.emitFile(content, location, { emit, cache });
    } catch (error) {
      this.emitFailure(error as Error, location, { optional, emit });
    }
    return true;
  }

  /**
   * A broken file is no failure of its location: its entity carries what is
   * wrong with it, and the processors of its kind keep the last sound version.
   */
  private async emitFile(
    content: string | Uint8Array,
    location: LocationSpec,
    {
      emit,
      cache,
    }: { emit: CatalogProcessorEmit; cache: CatalogProcessorCache },
  ) {
    const before = await cache.get<Identity>(IDENTITY);
    const file = readModuleFile(content, location.target, {
      before,
      reserved: this.options.reserved,
    });
    if (file.state === 'broken') await this.tell(file, location, cache);
    const identity = file.state === 'sound' ? identityOf(file.entity) : before;
    if (identity) await cache.set<Identity>(IDENTITY, identity);

    const entity = file.state === 'sound' ? file.entity : file.placeholder;
    if (!entity) {
      emit(processingResult.inputError(location, errorsOf(file, location)));
      return;
    }
    emit(
      processingResult.entity(
        location,
        withProblems(entity, file.problems, location.target),
      ),
    );
  }

  /** Once for each new state of the file. */
  private async tell(
    file: ModuleFile,
    location: LocationSpec,
    cache: CatalogProcessorCache,
  ) {
    const message = errorsOf(file, location);
    if ((await cache.get(TOLD)) !== message) this.options.logger.warn(message);
    await cache.set(TOLD, message);
  }

  private emitFailure(
    error: Error & { code?: string },
    location: LocationSpec,
    { optional, emit }: { optional: boolean; emit: CatalogProcessorEmit },
  ) {
    const message = `${location.target} cannot be read: ${error.message}`;
    const absent = error.code === 'ENOENT' || error.name === 'NotFoundError';
    if (absent && optional) return;
    emit(
      absent
        ? processingResult.notFoundError(location, message)
        : processingResult.generalError(location, message),
    );
  }
}

function identityOf({ kind, metadata }: Entity): Identity {
  return { kind, name: metadata.name };
}

function errorsOf({ problems }: ModuleFile, { target }: LocationSpec): string {
  return problems
    .filter(({ severity }) => severity === 'error')
    .map(problem => formatProblem(problem, target))
    .join('\n');
}
