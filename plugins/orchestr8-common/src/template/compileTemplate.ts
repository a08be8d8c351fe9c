import { ModuleTemplate, TemplateVariable } from './ModuleTemplate';

/** A Template entity of the software-templates wizard (`scaffolder.backstage.io/v1beta3`). @public */
export interface TemplateEntity {
  apiVersion: 'scaffolder.backstage.io/v1beta3';
  kind: 'Template';
  metadata: {
    name: string;
    title?: string;
    description?: string;
    tags?: string[];
    annotations?: Record<string, string>;
  };
  spec: Record<string, unknown>;
}

/**
 * The wizard of a module template. Pure: one file drives the wizard and
 * `o8 module init`. The steps are the actions of the scaffolder module.
 *
 * @public
 */
export function compileTemplate(template: ModuleTemplate): TemplateEntity {
  const { metadata, spec } = template;
  const { name, title, description, tags } = metadata;
  return {
    apiVersion: 'scaffolder.backstage.io/v1beta3',
    kind: 'Template',
    metadata: {
      name,
      title: title ?? name,
      ...(description ? { description } : {}),
      ...(tags ? { tags } : {}),
    },
    spec: {
      type: spec.type ?? 'module',
      ...(spec.owner ? { owner: spec.owner } : {}),
      parameters: [moduleParameters(), ...variableParameters(spec.variables)],
      steps: steps(name, spec.variables),
      output: {
        links: [
          {
            title: 'Open the module',
            icon: 'catalog',
            entityRef: '${{ steps.publish.output.entityRef }}',
          },
        ],
      },
    },
  };
}

function moduleParameters() {
  return {
    title: 'The module',
    required: ['name', 'team', 'owner'],
    properties: {
      name: {
        title: 'Name',
        type: 'string',
        description:
          'Name of the module: lower-case letters, digits and dashes, at most 53 characters',
        pattern: '^[a-z]([-a-z0-9]{0,51}[a-z0-9])?$',
        errorMessage: {
          pattern:
            'A name begins with a letter and has lower-case letters, digits and dashes only, 53 at most: "my-service".',
        },
        'ui:autofocus': true,
      },
      team: {
        title: 'Team',
        type: 'string',
        description: 'The group that owns the module',
        'ui:field': 'EntityPicker',
        'ui:options': {
          catalogFilter: { kind: 'Group' },
          allowArbitraryValues: false,
        },
      },
      owner: {
        title: 'Accountable person',
        type: 'string',
        description: 'The person who answers for the module',
        'ui:field': 'EntityPicker',
        'ui:options': {
          catalogFilter: { kind: 'User' },
          allowArbitraryValues: true,
        },
      },
      description: {
        title: 'Description',
        type: 'string',
        description: 'What the module is for, in one sentence',
      },
    },
  };
}

function variableParameters(variables: readonly TemplateVariable[]) {
  if (variables.length === 0) return [];
  return [
    {
      title: 'Its settings',
      required: variables
        .filter(({ required }) => required)
        .map(({ name }) => name),
      properties: Object.fromEntries(
        variables.map(variable => [variable.name, property(variable)]),
      ),
    },
  ];
}

function property(variable: TemplateVariable): Record<string, unknown> {
  const { name, title, description, type, values, pattern, secret } = variable;
  return {
    title: title ?? capitalised(name),
    type: type === 'enum' ? 'string' : type,
    ...(description ? { description } : {}),
    ...(type === 'enum' ? { enum: values } : {}),
    ...(pattern
      ? {
          pattern: `^(?:${pattern})$`,
          errorMessage: { pattern: patternMessage(variable) },
        }
      : {}),
    ...(variable.default !== undefined ? { default: variable.default } : {}),
    ...(secret ? { 'ui:field': 'Secret' } : {}),
  };
}

/** What a person has to know who does not read regular expressions; an example says it best. */
function patternMessage({ name, title, ...variable }: TemplateVariable) {
  const example =
    typeof variable.default === 'string' && variable.default !== ''
      ? ` A value that has it: "${variable.default}".`
      : '';
  return `"${
    title ?? capitalised(name)
  }" does not have the form that the template asks for.${example}`;
}

function steps(template: string, variables: readonly TemplateVariable[]) {
  const values = Object.fromEntries(
    variables.map(({ name, secret }) => [
      name,
      `\${{ ${secret ? 'secrets' : 'parameters'}.${name} }}`,
    ]),
  );
  return [
    {
      id: 'create',
      name: 'Create the files of the module',
      action: 'orchestr8:module:create',
      input: {
        template,
        name: '${{ parameters.name }}',
        team: '${{ parameters.team }}',
        owner: '${{ parameters.owner }}',
        description: '${{ parameters.description }}',
        variables: values,
      },
    },
    {
      id: 'publish',
      name: 'Publish and register the module',
      action: 'orchestr8:module:publish',
      input: { name: '${{ parameters.name }}' },
    },
  ];
}

function capitalised(name: string): string {
  const words = name.replaceAll('_', ' ');
  return words.charAt(0).toUpperCase() + words.slice(1);
}
