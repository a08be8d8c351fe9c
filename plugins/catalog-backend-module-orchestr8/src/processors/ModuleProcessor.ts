import {
  CompoundEntityRef,
  Entity,
  getCompoundEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorCache,
  CatalogProcessorEmit,
  EntityRelationSpec,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { isChecked, takeReading } from '../entities/carriedProblems';
import { checkModule } from '../entities/checkContent';
import { rememberGood, restoreGood } from '../entities/goodVersion';
import { moduleAnnotations } from '../entities/moduleAnnotations';
import { moduleComponent } from '../entities/moduleComponent';
import { moduleReferences } from '../entities/moduleReferences';
import { moduleRelations } from '../entities/moduleRelations';
import { isInvalid, isModule } from '../entities/ownKinds';
import { referenceProblems } from '../entities/referenceProblems';
import { LineLink, statusItems, withStatus } from '../entities/statusItems';
import { askFor } from '../known/askFor';
import { CatalogIndex, KNOWN_KINDS } from '../known/CatalogIndex';
import { cameWithModule, HandWritten } from '../known/HandWritten';
import { refreshKey } from '../known/knownKey';

/** Cached: a Component that somebody wrote by hand stood in the place of the module's. */
const IN_THE_WAY = 'in-the-way';

/**
 * Entities of kind Module, wherever they came from: checked, related, annotated,
 * and accompanied by a Component. A function of the entity, of what the catalog
 * remembers of it, and of what is known in memory; it asks nobody.
 */
export class ModuleProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      index: CatalogIndex;
      handWritten: HandWritten;
      component: boolean;
      argocd: boolean;
      /** Names that no module may have. */
      reserved: readonly string[];
      /** URL of a line at a location. */
      lineLink: (location: LocationSpec) => LineLink;
      /** Hears the keys whose answer has changed by what was just processed. */
      onChange: (keys: string[]) => void;
    },
  ) {}

  getProcessorName(): string {
    return 'orchestr8-module';
  }

  async preProcessEntity(
    entity: Entity,
    _location: LocationSpec,
    _emit: CatalogProcessorEmit,
    _origin: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    return isModule(entity) ? restoreGood(entity, cache) : entity;
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isModule(entity)) return false;
    if (!isInvalid(entity) && !isChecked(entity)) {
      checkModule(entity, { reserved: this.options.reserved });
    }
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
    cache: CatalogProcessorCache,
  ): Promise<Entity> {
    if (KNOWN_KINDS.includes(entity.kind)) {
      const changed = this.options.index.learn(entity);
      if (changed.length > 0) this.options.onChange(changed);
    }
    if (entity.kind === 'Component') {
      const changed = this.options.handWritten.learn(entity);
      if (changed.length > 0) this.options.onChange(changed);
      // By itself: its module's word would have it put together in vain before it is processed.
      if (cameWithModule(entity)) {
        const module = { ...getCompoundEntityRef(entity), kind: 'Module' };
        emit(processingResult.relation(partOf(entity, module)));
      }
    }
    if (!isModule(entity)) return entity;

    const { entity: module, reading } = takeReading(entity);
    await rememberGood(module, cache);
    const references = await askFor(moduleReferences(module), {
      index: this.options.index,
      cache,
    });
    for (const { key } of references) {
      emit(processingResult.refresh(refreshKey(key)));
    }
    for (const relation of moduleRelations(module, references)) {
      emit(processingResult.relation(relation));
    }
    const annotated = {
      ...module,
      metadata: {
        ...module.metadata,
        annotations: moduleAnnotations(module, this.options),
      },
    };
    await this.emitComponent(annotated, location, { emit, cache });
    return withStatus(
      annotated,
      statusItems(
        [...reading.problems, ...referenceProblems(references, reading.places)],
        { file: reading.file, link: this.options.lineLink(location) },
      ),
    );
  }

  private async emitComponent(
    module: Entity,
    location: LocationSpec,
    {
      emit,
      cache,
    }: { emit: CatalogProcessorEmit; cache: CatalogProcessorCache },
  ) {
    if (!this.options.component || isInvalid(module)) return;
    const component = moduleComponent(module);
    if (!component) return;
    // Without a location key: a catalog-info.yaml of the same name takes over.
    emit(processingResult.entity(location, component, { locationKey: null }));
    const ref = stringifyEntityRef(component);
    // Processed again when one that is written by hand comes or goes.
    emit(processingResult.refresh(refreshKey(ref)));
    emit(
      processingResult.relation({
        source: getCompoundEntityRef(module),
        type: RELATION_HAS_PART,
        target: getCompoundEntityRef(component),
      }),
    );
    const remembered = (await cache.get(IN_THE_WAY)) === true;
    if (this.options.handWritten.ask(ref, remembered)) {
      await cache.set(IN_THE_WAY, true);
      // Such a one does not say it itself. It is gone with what is in the way:
      // then the module comes out otherwise, and its Component is taken.
      emit(
        processingResult.relation(
          partOf(component, getCompoundEntityRef(module)),
        ),
      );
    }
  }
}

function partOf(
  component: Entity,
  module: CompoundEntityRef,
): EntityRelationSpec {
  return {
    source: getCompoundEntityRef(component),
    type: RELATION_PART_OF,
    target: module,
  };
}
