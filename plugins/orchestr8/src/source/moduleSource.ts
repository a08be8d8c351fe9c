import {
  ANNOTATION_LOCATION,
  ANNOTATION_SOURCE_LOCATION,
  ANNOTATION_VIEW_URL,
  Entity,
} from '@backstage/catalog-model';

/** Where in a module's files something stands; `line` and `column` are 1-based. */
export interface Place {
  /** Path inside the module, such as `environments/dev.yaml`. */
  file: string;
  line?: number;
  column?: number;
}

/** How the address of a line is built depends on who hosts the code. */
export type ResolveUrl = (options: {
  url: string;
  base: string;
  lineNumber?: number;
}) => string;

/** Where the files of a module can be looked at. */
export type ModuleSource =
  /** On the web. */
  | { kind: 'web'; linkTo: (place: Place) => string | undefined }
  /** In a folder of the portal's machine, which a browser does not open. */
  | { kind: 'folder'; pathOf: (place: Place) => string }
  | { kind: 'unknown' };

/**
 * Reads from an entity's annotations where its files are: `view-url`, which
 * knows best how files are looked at, then `source-location`, then the place
 * that the catalog read it from.
 */
export function moduleSource(
  entity: Entity,
  resolveUrl: ResolveUrl,
): ModuleSource {
  const { annotations = {} } = entity.metadata;
  const view = annotations[ANNOTATION_VIEW_URL];
  const places = [
    view && `url:${view}`,
    annotations[ANNOTATION_SOURCE_LOCATION],
    annotations[ANNOTATION_LOCATION],
  ].filter((place): place is string => Boolean(place));

  const web = places.find(place => /^url:https?:\/\//.test(place));
  if (web) {
    const base = web.slice('url:'.length);
    return {
      kind: 'web',
      linkTo: ({ file, line }) => {
        try {
          return resolveUrl({ url: file, base, lineNumber: line });
        } catch {
          return undefined;
        }
      },
    };
  }
  const local = places.find(place => place.startsWith('file:'));
  if (local) {
    const folder = local.slice('file:'.length).replace(/[^/\\]*$/, '');
    return { kind: 'folder', pathOf: place => folder + formatPlace(place) };
  }
  return { kind: 'unknown' };
}

/** `o8-module.yaml:12:3`, as editors and terminals open it. */
export function formatPlace({ file, line, column }: Place): string {
  return [file, line, line === undefined ? undefined : column]
    .filter(part => part !== undefined)
    .join(':');
}
