import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { LastGood } from '../entities/LastGood';
import { readModuleFile } from '../entities/readModuleFile';
import { withProblems } from '../entities/carriedProblems';
import { formatProblem } from '../entities/formatProblem';

/** What a file of the modules folder comes to; `unknown` when only the catalog could tell and it does not answer yet. */
export type FolderEntity =
  | { state: 'entity'; entity: Entity }
  | { state: 'nameless'; message: string }
  | { state: 'unknown' };

/**
 * The entity of a file: as written, or, when the file is broken, as it was last
 * sound with the problems in its status, or a placeholder with the problems.
 */
export async function folderEntity(
  path: string,
  text: string,
  options: { lastGood: LastGood },
): Promise<FolderEntity> {
  const file = readModuleFile(text, path);
  const located = (entity: Entity): FolderEntity => ({
    state: 'entity',
    entity: withProblems(atLocation(entity, path), file.problems, path),
  });
  if (file.state === 'sound') return located(file.entity);
  if (!file.placeholder) {
    return {
      state: 'nameless',
      message: file.problems
        .map(problem => formatProblem(problem, path))
        .join('\n'),
    };
  }
  try {
    const last = await options.lastGood.of(file.placeholder, `file:${path}`);
    return located(last ? asWritten(last) : file.placeholder);
  } catch {
    return { state: 'unknown' };
  }
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

/** Without what the catalog added. */
function asWritten({ apiVersion, kind, metadata, spec }: Entity): Entity {
  const { uid, etag, annotations, ...written } = metadata;
  const own = Object.fromEntries(
    Object.entries(annotations ?? {}).filter(
      ([key]) => !key.startsWith('backstage.io/'),
    ),
  );
  return {
    apiVersion,
    kind,
    metadata: { ...written, annotations: own },
    spec,
  } as Entity;
}
