import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { compileTemplate } from '@orchestr8/backstage-plugin-orchestr8-common';
import { takeReading } from '../entities/carriedProblems';
import { checkTemplate } from '../entities/checkContent';
import { rememberGood, restoreGood } from '../entities/goodVersion';
import { isInvalid, isModuleTemplate } from '../entities/ownKinds';
import { LineLink, statusItems, withStatus } from '../entities/statusItems';

/** Entities of kind ModuleTemplate: each brings the Template that the wizard offers. */
export class ModuleTemplateProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      /** URL of a line at a location. */
      lineLink: (location: LocationSpec) => LineLink;
    },
  ) {}

  getProcessorName(): string {
    return 'orchestr8-module-template';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    _origin: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    return isModuleTemplate(entity) ? restoreGood(entity, cache) : entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isModuleTemplate(entity)) return false;
    if (!isInvalid(entity)) checkTemplate(entity);
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (!isModuleTemplate(entity)) return entity;
    const { entity: written, reading } = takeReading(entity);
    await rememberGood(written, cache);
    if (!isInvalid(written)) {
      const template = compileTemplate(checkTemplate(written));
      emit(
        processingResult.entity(location, template as unknown as Entity, {
          locationKey: null,
        }),
      );
    }
    return withStatus(
      written,
      statusItems(reading.problems, {
        file: reading.file,
        link: this.options.lineLink(location),
      }),
    );
  }
}
