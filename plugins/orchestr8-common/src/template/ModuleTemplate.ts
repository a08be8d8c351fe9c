import { Language } from '../module/Language.generated';

/*
 * A template as the product works with it: the types that were made from the
 * schema, with their defaults.
 */

type Written = Language['template'];
type Spec = Written['spec'];
type Variable = NonNullable<Spec['variables']>[number];

/** What new modules are made from: language §6. @public */
export interface ModuleTemplate extends Written {
  spec: Omit<Spec, 'variables'> & { variables: TemplateVariable[] };
}

/** @public */
export interface TemplateVariable extends Variable {
  type: NonNullable<Variable['type']>;
  required: boolean;
  secret: boolean;
}

/** A file, or with a trailing `/` a folder, of the template and where it goes. @public */
export type TemplateFile = Spec['files'][number];

/** What is given to make a module of a template. @public */
export interface TemplateInput {
  name: string;
  team: string;
  owner: string;
  description?: string;
  variables: Record<string, unknown>;
}

/** Variables that every template has at hand. */
export const BUILT_IN_VARIABLES = ['name', 'team', 'owner', 'description'];
