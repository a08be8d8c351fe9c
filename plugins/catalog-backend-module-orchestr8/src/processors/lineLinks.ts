import { ScmIntegrations } from '@backstage/integration';
import { LocationSpec } from '@backstage/plugin-catalog-node';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LineLink } from '../entities/statusItems';

/**
 * How to get from a location to a line of it in a browser, as its forge spells
 * that (`#L13`, `#lines-13`, `&line=13`). Files of this machine have no link.
 */
export function lineLinks(
  integrations: ScmIntegrations,
): (location: LocationSpec) => LineLink {
  return ({ type, target }) =>
    line => {
      if (type !== 'url') return undefined;
      try {
        return integrations.resolveUrl({
          // Of whole URLs integrations make no line's.
          url: MODULE_FILE,
          base: target,
          lineNumber: line,
        });
      } catch {
        return target;
      }
    };
}
