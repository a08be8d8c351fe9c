import {
  coreExtensionData,
  createExtensionInput,
  PageBlueprint,
} from '@backstage/frontend-plugin-api';
import catalogPlugin from '@backstage/plugin-catalog/alpha';
import { RiShapesLine } from '@remixicon/react';

/**
 * The catalog's own page with columns that suit modules: version, team,
 * accountable person and category. The filters come from the plugins as before.
 */
export const catalogPage = PageBlueprint.makeWithOverrides({
  inputs: { filters: createExtensionInput([coreExtensionData.reactElement]) },
  factory(page, { inputs }) {
    return page({
      path: '/catalog',
      title: 'Catalog',
      icon: <RiShapesLine />,
      routeRef: catalogPlugin.routes.catalogIndex,
      loader: async () => {
        const [{ CatalogIndexPage }, { moduleCatalogColumns }] =
          await Promise.all([
            import('@backstage/plugin-catalog/alpha'),
            import('@orchestr8/backstage-plugin-orchestr8'),
          ]);
        return (
          <CatalogIndexPage
            pagination
            columns={moduleCatalogColumns}
            filters={
              <>
                {inputs.filters.map(filter =>
                  filter.get(coreExtensionData.reactElement),
                )}
              </>
            }
          />
        );
      },
    });
  },
});
