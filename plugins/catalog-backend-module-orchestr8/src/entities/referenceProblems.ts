import {
  MODULE_FILE,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { KnownReference } from './moduleRelations';
import { Places } from './places';

/** Warnings about references that lead nowhere, or to more than one person. */
export function referenceProblems(
  references: readonly KnownReference[],
  places: Places,
): Problem[] {
  return references.flatMap(reference => {
    const finding = findingOf(reference);
    if (!finding) return [];
    const [line, column] = places[reference.path.join('.')] ?? [1, 1];
    return [
      { ...finding, severity: 'warning', file: MODULE_FILE, line, column },
    ];
  });
}

function findingOf({
  role,
  text,
  answer,
}: KnownReference): Pick<Problem, 'code' | 'message' | 'hint'> | undefined {
  if (role === 'owner' && answer && answer.length > 1) {
    return {
      code: 'O8160',
      message: `\`${text}\` is the e-mail address of more than one user: ${answer.join(
        ', ',
      )}.`,
      hint: 'Name one of them in `spec.owner`, or correct their profiles.',
    };
  }
  if (answer?.length !== 0) return undefined;
  switch (role) {
    case 'owner':
      return {
        code: 'O8160',
        message: text.includes('@')
          ? `No user of the catalog has the e-mail address \`${text}\`.`
          : `The catalog has no user \`${text}\`.`,
        hint: 'Correct `spec.owner`, or add the person to the catalog.',
      };
    case 'team':
      return {
        code: 'O8161',
        message: `The catalog has no group \`${text}\`.`,
        hint: 'Correct `spec.team`, or add the group to the catalog.',
      };
    case 'dependency':
      return {
        code: 'O8162',
        message: `The catalog has no module \`${text}\`.`,
        hint: 'Correct the name, or register the module.',
      };
    case 'system':
      return {
        code: 'O8163',
        message: `The catalog has no system \`${text}\`.`,
        hint: 'Correct `spec.system`, or add the system to the catalog.',
      };
    default:
      throw new Error(`There is no reference "${role satisfies never}".`);
  }
}
