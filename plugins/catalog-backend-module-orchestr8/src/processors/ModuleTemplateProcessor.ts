import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { compileTemplate } from '@orchestr8/backstage-plugin-orchestr8-common';
import { takeProblems } from '../entities/carriedProblems';
import { checkTemplate } from '../entities/checkContent';
import { isInvalid, isModuleTemplate } from '../entities/ownKinds';
import { withStatus } from '../entities/statusItems';

/** Entities of kind ModuleTemplate: each brings the Template that the wizard offers. */
export class ModuleTemplateProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'orchestr8-module-template';
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
  ): Promise<Entity> {
    if (!isModuleTemplate(entity)) return entity;
    const { entity: written, items } = takeProblems(entity);
    if (isInvalid(entity)) return withStatus(written, items);
    const template = compileTemplate(checkTemplate(written));
    emit(
      processingResult.entity(location, template as unknown as Entity, {
        locationKey: null,
      }),
    );
    return withStatus(written, items);
  }
}
