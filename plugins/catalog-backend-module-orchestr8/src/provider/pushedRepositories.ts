import { SourceSettings } from './readSources';

/** Topic on which anyone, such as a hook of a repository, says that something was pushed. */
export const PUSH_TOPIC = 'orchestr8-git';

/**
 * Whether a message about a push concerns a source. It names the source, as
 * `{"source": "<key>"}`, or the repository, as `{"repository": "<url>"}` or with
 * the URLs among the fields of `repository` as forges send them. One that names
 * neither concerns every source.
 */
export function concerns(
  payload: unknown,
  { id, place }: Pick<SourceSettings, 'id' | 'place'>,
): boolean {
  const { source, repository } = (payload ?? {}) as {
    source?: unknown;
    repository?: unknown;
  };
  if (source === undefined && repository === undefined) return true;
  if (source === id) return true;
  if (place.type === 'folder') return false;
  const where = plain(place.type === 'local' ? place.path : place.url);
  const named =
    typeof repository === 'object' && repository !== null
      ? Object.values(repository)
      : [repository];
  return named.some(
    value => typeof value === 'string' && plain(value) === where,
  );
}

/** One spelling of a repository's address. */
function plain(address: string): string {
  return address.replace(/\/+$/, '').replace(/\.git$/, '');
}
