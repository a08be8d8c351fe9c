import { useMemo } from 'react';
import { useApiHolder } from '@backstage/frontend-plugin-api';
import { scmIntegrationsApiRef } from '@backstage/integration-react';
import { useEntity } from '@backstage/plugin-catalog-react';
import { ModuleSource, moduleSource } from './moduleSource';

/** Where the files of the module on the page can be looked at. */
export function useModuleSource(): ModuleSource {
  const { entity } = useEntity();
  const integrations = useApiHolder().get(scmIntegrationsApiRef);
  return useMemo(
    () =>
      moduleSource(entity, options =>
        integrations
          ? integrations.resolveUrl(options)
          : new URL(options.url, options.base).href,
      ),
    [entity, integrations],
  );
}
