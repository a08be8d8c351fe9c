import {
  Entity,
  getCompoundEntityRef,
  RELATION_HAS_PART,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  CatalogProcessor,
  CatalogProcessorEmit,
  LocationSpec,
  processingResult,
} from '@backstage/plugin-catalog-node';
import { takeProblems } from '../entities/carriedProblems';
import { checkModule } from '../entities/checkContent';
import { moduleAnnotations } from '../entities/moduleAnnotations';
import { moduleComponent } from '../entities/moduleComponent';
import { moduleRelations, pairs } from '../entities/moduleRelations';
import { PROBLEM_STATUS, withStatus } from '../entities/statusItems';
import { isInvalid, isModule } from '../entities/ownKinds';
import { ownerKey } from '../people/ownerKey';
import { PeopleIndex } from '../people/PeopleIndex';

/**
 * Entities of kind Module, wherever they came from: checked, related, annotated,
 * and accompanied by a Component. A function of the entity and of the people in
 * memory; it asks nobody.
 */
export class ModuleProcessor implements CatalogProcessor {
  constructor(
    private readonly options: {
      people: PeopleIndex;
      component: boolean;
      argocd: boolean;
      /** Hears of the e-mails of users that have just been processed. */
      onOwners: (owners: string[]) => void;
    },
  ) {}

  getProcessorName(): string {
    return 'orchestr8-module';
  }

  async validateEntityKind(entity: Entity): Promise<boolean> {
    if (!isModule(entity)) return false;
    if (!isInvalid(entity)) checkModule(entity);
    return true;
  }

  async postProcessEntity(
    entity: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Promise<Entity> {
    if (entity.kind === 'User') {
      const owners = this.options.people.learn(entity);
      if (owners.length > 0) this.options.onOwners(owners);
      return entity;
    }
    if (!isModule(entity)) return entity;
    return this.processModule(takeProblems(entity), location, emit);
  }

  private processModule(
    { entity, items: carried }: ReturnType<typeof takeProblems>,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ): Entity {
    const { owner, items } = this.ownerOf(entity, emit);
    for (const relation of moduleRelations(entity, owner)) {
      emit(processingResult.relation(relation));
    }
    const module = withStatus(
      {
        ...entity,
        metadata: {
          ...entity.metadata,
          annotations: moduleAnnotations(entity, this.options),
        },
      },
      [...carried, ...items],
    );
    this.emitComponent(module, location, emit);
    return module;
  }

  private ownerOf(entity: Entity, emit: CatalogProcessorEmit) {
    const owner = entity.spec?.owner;
    if (typeof owner !== 'string' || owner === '') return { items: [] };
    const person = this.options.people.find(owner);
    for (const key of new Set([
      owner,
      '*',
      ...(person.state === 'found' ? [person.userRef] : []),
    ])) {
      emit(processingResult.refresh(ownerKey(key)));
    }
    if (person.state === 'found') return { owner: person.userRef, items: [] };
    if (person.state === 'unknown') return { items: [] };
    return {
      items: [
        {
          type: PROBLEM_STATUS,
          level: 'warning' as const,
          message: `O8160 o8-module.yaml: ${person.message} Correct spec.owner, or add the person to the catalog.`,
        },
      ],
    };
  }

  private emitComponent(
    module: Entity,
    location: LocationSpec,
    emit: CatalogProcessorEmit,
  ) {
    if (!this.options.component || isInvalid(module)) return;
    const component = moduleComponent(module);
    if (!component) return;
    // Without a location key: a catalog-info.yaml of the same name takes over.
    emit(processingResult.entity(location, component, { locationKey: null }));
    const relations = pairs(
      getCompoundEntityRef(component),
      [getCompoundEntityRef(module)],
      [RELATION_PART_OF, RELATION_HAS_PART],
    );
    for (const relation of relations) emit(processingResult.relation(relation));
  }
}
