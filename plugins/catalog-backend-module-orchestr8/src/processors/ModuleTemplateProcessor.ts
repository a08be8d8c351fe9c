import { Entity } from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { compileTemplate } from '@orchestr8/backstage-plugin-orchestr8-common';
import { checkTemplate } from '../entities/checkContent';

/** Entities of kind ModuleTemplate: each brings the Template that the wizard offers. */
export class ModuleTemplateProcessor implements CatalogProcessor {
  getProcessorName(): string {
    return 'orchestr8-module-template';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isModuleTemplate(entity)) return false;
    checkTemplate(entity);
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (isModuleTemplate(entity)) {
      const template = compileTemplate(checkTemplate(entity));
      emit(
        processingResult.entity(location, template as unknown as Entity, {
          locationKey: null,
        }),
      );
    }
    return entity;
  }
}

const isModuleTemplate = ({ apiVersion, kind }: Entity) =>
  kind === 'ModuleTemplate' && apiVersion.startsWith('orchestr8.io/');
