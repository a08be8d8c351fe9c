/** What new modules are made from: language §6. @public */
export interface ModuleTemplate {
  apiVersion: 'orchestr8.io/v1';
  kind: 'ModuleTemplate';
  metadata: {
    name: string;
    title?: string;
    description?: string;
    tags?: string[];
  };
  spec: {
    type?: string;
    owner?: string;
    variables: TemplateVariable[];
    files: TemplateFile[];
  };
}

/** @public */
export interface TemplateVariable {
  name: string;
  title?: string;
  description?: string;
  type: 'string' | 'boolean' | 'integer' | 'number' | 'enum';
  /** What a variable of type `enum` can be. */
  values?: string[];
  default?: string | boolean | number;
  required: boolean;
  /** Regular expression that the whole text must match. */
  pattern?: string;
  secret: boolean;
}

/** A file, or with a trailing `/` a folder, of the template and where it goes. @public */
export interface TemplateFile {
  source: string;
  target: string;
  /** Variable or expression; the file is written when it is true. */
  when?: string;
}

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
