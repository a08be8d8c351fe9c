import {
  ANNOTATION_LOCATION,
  ANNOTATION_ORIGIN_LOCATION,
  Entity,
} from '@backstage/catalog-model';
import { LastGood } from '../entities/LastGood';
import { readModuleFile } from '../entities/readModuleFile';
import { withProblems } from '../entities/carriedProblems';
import { formatProblem } from '../entities/formatProblem';
import { SourceText } from './ModuleSource';

/** What a file of a source comes to; `unknown` when only the catalog could tell and it does not answer yet. */
export type FolderEntity =
  | { state: 'entity'; sound: boolean; entity: Entity }
  | { state: 'nameless'; sound: false; message: string }
  | { state: 'unknown'; sound: false };

/**
 * The entity of a file: as written, or, when the file is broken, as it was last
 * sound with the problems in its status, or a placeholder with the problems.
 */
export async function folderEntity(
  path: string,
  source: SourceText,
  options: { lastGood: LastGood },
): Promise<FolderEntity> {
  const file = readModuleFile(source.text, path);
  const problems = [...file.problems, ...(source.problems ?? [])];
  const located = (entity: Entity): FolderEntity => ({
    state: 'entity',
    sound: file.state === 'sound',
    entity: withProblems(atLocation(entity, path), problems, path),
  });
  if (file.state === 'sound') return located(file.entity);
  if (!file.placeholder) {
    return {
      state: 'nameless',
      sound: false,
      message: file.problems
        .map(problem => formatProblem(problem, path))
        .join('\n'),
    };
  }
  try {
    const last = await options.lastGood.of(file.placeholder, `file:${path}`);
    return located(last ? asWritten(last) : file.placeholder);
  } catch {
    return { state: 'unknown', sound: false };
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
