import {
  ModuleFiles,
  readVariable,
  TemplateSummary,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { findTemplates } from '../portal/findTemplates';
import { Session } from './Session';

/** What is known of a new module before anything is asked. */
export interface NewModule {
  name: string;
  template?: string;
  set?: Record<string, string>;
  team?: string;
  owner?: string;
  description?: string;
}

/** Fills in a template; what is missing is asked on a terminal and an error without one. */
export async function makeModule(
  session: Session,
  given: NewModule,
): Promise<{ template: string; files: ModuleFiles }> {
  const templates = await findTemplates(session);
  const known = await templates.list();
  const name =
    given.template ??
    (await missing(session, {
      flag: '--template',
      message: 'Which template?',
      choices: known.map(it => ({ value: it.name, label: it.title })),
    }));
  const template = known.find(it => it.name === name);
  if (!template) {
    throw new CommandError(`There is no template "${name}".`, {
      exitCode: EXIT.usage,
      hint: `There are: ${known.map(it => it.name).join(', ')}.`,
    });
  }
  const team =
    given.team ??
    (await missing(session, {
      flag: '--team',
      message: 'Which team owns it?',
    }));
  const owner =
    given.owner ??
    (await missing(session, {
      flag: '--owner',
      message: 'Who is accountable (e-mail)?',
    }));
  const variables = await variablesOf(session, template, given.set ?? {});
  const { description } = given;
  const request = { name: given.name, team, owner, description, variables };
  return { template: name, files: await templates.render(name, request) };
}

async function variablesOf(
  session: Session,
  template: TemplateSummary,
  set: Record<string, string>,
): Promise<Record<string, unknown>> {
  // A name that the template does not know goes along: its refusal suggests the right one.
  const variables: Record<string, unknown> = { ...set };
  for (const variable of template.variables) {
    const { name, title, description, required, values } = variable;
    if (name in set) variables[name] = readVariable(variable, set[name]);
    if (name in set || !required || variable.default !== undefined) continue;
    variables[name] = await missing(session, {
      flag: `--set ${name}=…`,
      message: title ?? description ?? name,
      choices: values?.map(value => ({ value, label: value })),
    });
  }
  return variables;
}

async function missing(
  session: Session,
  question: {
    flag: string;
    message: string;
    choices?: { value: string; label: string }[];
  },
): Promise<string> {
  const { flag, message, choices } = question;
  if (session.terminal.interactive) {
    return session.terminal.ask({ message, choices });
  }
  const among = choices ? ` (${choices.map(it => it.value).join(', ')})` : '';
  throw new CommandError(`${flag} is missing: ${message}${among}`, {
    exitCode: EXIT.usage,
    hint: 'It is asked for on a terminal; here it must be given.',
  });
}
