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
import { LastGood } from '../entities/LastGood';
import { ModuleFile, readModuleFile } from '../entities/readModuleFile';
import { withProblems } from '../entities/carriedProblems';
import { ModuleTexts } from './ModuleTexts';

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
      lastGood: LastGood;
      logger: LoggerService;
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
      const text = await texts.read(location, cache);
      await this.emitFile(
        readModuleFile(text, location.target),
        location,
        emit,
      );
    } catch (error) {
      this.emitFailure(error as Error, location, { optional, emit });
    }
    return true;
  }

  private async emitFile(
    file: ModuleFile,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ) {
    const { problems } = file;
    const emitEntity = (entity: Entity) =>
      emit(
        processingResult.entity(
          location,
          withProblems(entity, problems, location.target),
        ),
      );
    if (file.state === 'sound') {
      emitEntity(file.entity);
      return;
    }
    const message = problems
      .filter(({ severity }) => severity === 'error')
      .map(problem => formatProblem(problem, location.target))
      .join('\n');
    const { placeholder } = file;
    if (placeholder && !(await this.hasLastGood(placeholder, location))) {
      this.options.logger.warn(message);
      emitEntity(placeholder);
      return;
    }
    // The error keeps the entity as it was last; its page shows the error.
    emit(processingResult.inputError(location, message));
  }

  /** Whether there may be something that a placeholder would overwrite. */
  private async hasLastGood(
    placeholder: Entity,
    location: LocationSpec,
  ): Promise<boolean> {
    const ref = stringifyLocationRef(location);
    return this.options.lastGood.of(placeholder, ref).then(Boolean, () => true);
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
