import {
  RELATION_DEPENDENCY_OF,
  RELATION_DEPENDS_ON,
  RELATION_HAS_PART,
  RELATION_OWNED_BY,
  RELATION_OWNER_OF,
  RELATION_PART_OF,
} from '@backstage/catalog-model';
import {
  CatalogModelLayer,
  createCatalogModelLayer,
} from '@backstage/catalog-model/alpha';
import { MODULE_ANNOTATION, VERSION_ANNOTATION } from '../entities/annotations';
import { specSchema } from './specSchema';

/**
 * The kinds Module and ModuleTemplate in the words of the catalog's entity
 * model, for those who read it: its description for people and agents, and the
 * check of entities.
 *
 * It leaves to the processor what the model cannot say: e-mail addresses,
 * dependencies in their long form, and relations that would lead nowhere.
 *
 * @alpha
 */
export const orchestr8ModelLayer: CatalogModelLayer = createCatalogModelLayer({
  layerId: 'orchestr8.io/module',
  builder: model => {
    model.addKind({
      group: 'orchestr8.io',
      names: { kind: 'Module', singular: 'module', plural: 'modules' },
      description:
        'A Module is a directory that is deployed as one: a specification, a Helm chart and an overlay for each environment.',
      versions: [
        {
          name: 'v1',
          relationFields: [
            {
              selector: { path: 'spec.team' },
              relation: RELATION_OWNED_BY,
              defaultKind: 'Group',
              defaultNamespace: 'default',
              allowedKinds: ['Group'],
            },
            {
              selector: { path: 'spec.system' },
              relation: RELATION_PART_OF,
              defaultKind: 'System',
              defaultNamespace: 'default',
              allowedKinds: ['System'],
            },
          ],
          schema: {
            jsonSchema: {
              type: 'object',
              properties: { spec: specSchema('module') },
            },
          },
        },
      ],
    });
    model.addKind({
      group: 'orchestr8.io',
      names: {
        kind: 'ModuleTemplate',
        singular: 'moduletemplate',
        plural: 'moduletemplates',
      },
      description:
        'A ModuleTemplate is what new modules are made from, in the wizard and on the command line.',
      versions: [
        {
          name: 'v1',
          schema: {
            jsonSchema: {
              type: 'object',
              properties: { spec: specSchema('template') },
            },
          },
        },
      ],
    });
    model.addRelationPair({
      fromKind: 'Module',
      toKind: ['Group', 'User'],
      description:
        'The team that owns a module, and who is accountable for it.',
      forward: { type: RELATION_OWNED_BY, title: 'owned by' },
      reverse: { type: RELATION_OWNER_OF, title: 'owner of' },
    });
    model.addRelationPair({
      fromKind: 'Module',
      toKind: 'Module',
      description: 'A module that has to run before another one can.',
      forward: { type: RELATION_DEPENDS_ON, title: 'depends on' },
      reverse: { type: RELATION_DEPENDENCY_OF, title: 'dependency of' },
    });
    model.addRelationPair({
      fromKind: ['Module', 'Component'],
      toKind: ['System', 'Module'],
      description:
        'The system of a module, and the module that a component stands for.',
      forward: { type: RELATION_PART_OF, title: 'part of' },
      reverse: { type: RELATION_HAS_PART, title: 'has part' },
    });
    model.addAnnotation({
      name: MODULE_ANNOTATION,
      title: 'Module',
      description: 'Name of the module that an entity stands for.',
    });
    model.addAnnotation({
      name: VERSION_ANNOTATION,
      title: 'Version',
      description: 'Version of the module in its o8-module.yaml.',
    });
  },
});
