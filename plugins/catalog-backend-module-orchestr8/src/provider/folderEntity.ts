import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { Identity } from '../entities/moduleEntity';
import { readModuleFile } from '../entities/readModuleFile';
import { withProblems } from '../entities/carriedProblems';
import { formatProblem } from '../entities/formatProblem';
import { SourceText } from './ModuleSource';

/** What a file of a source comes to. */
export type FolderEntity =
  | { state: 'sound'; entity: Entity }
  | { state: 'broken'; entity: Entity }
  | { state: 'nameless'; message: string };

/**
 * The entity of a file: as written, or, when the file is broken, a placeholder
 * with the problems, in whose place the processor of its kind puts the last
 * sound version that it remembers.
 *
 * @param options - `before`: which entity the file stood for until now; `reserved`: names that no module may have
 */
export function folderEntity(
  path: string,
  source: SourceText,
  options: { before?: Identity; reserved?: readonly string[] },
): FolderEntity {
  const file = readModuleFile(source.text, path, options);
  const problems = [...file.problems, ...(source.problems ?? [])];
  const entity = file.state === 'sound' ? file.entity : file.placeholder;
  if (!entity) {
    const message = file.problems
      .map(problem => formatProblem(problem, path))
      .join('\n');
    return { state: 'nameless', message };
  }
  return {
    state: file.state,
    entity: withProblems(atLocation(entity, path), problems, path),
  };
}

function atLocation(entity: Entity, path: string): Entity {
  const location = `file:${path}`;
  return {
    ...entity,
    metadata: {
      ...entity.metadata,
      annotations: {
        ...entity.metadata.annotations,
        [ANNOTATION_LOCATION]: location,
        [ANNOTATION_ORIGIN_LOCATION]: location,
      },
    },
  };
}
