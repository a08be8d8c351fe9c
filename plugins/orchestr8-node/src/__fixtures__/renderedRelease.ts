import {
  KubernetesObject,
  Manifest,
  withEnvironment,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { myModule } from './myModule';
import { FileChanges, myService } from './myService';
import { renderRelease } from '../render/renderRelease';
import { ReleaseTarget } from '../render/ReleaseTarget';

const target: ReleaseTarget = {
  environment: 'dev',
  cluster: 'test',
  namespace: 'my-service-dev',
  dependencies: new Map([['postgresql', 'postgresql-dev']]),
  dependents: new Map([['shop', 'shop-dev']]),
  upgrade: false,
  ingressNamespaces: ['istio-system'],
  monitoringNamespace: 'monitoring',
};

/** Renders with the output of the chart given, so that only our own part is at work. */
export async function renderedRelease(
  rendered: Record<string, string>,
  options: { changes?: FileChanges; target?: Partial<ReleaseTarget> } = {},
) {
  const { changes = {} } = options;
  const { resolved } = withEnvironment(myModule(changes), {
    environment: 'dev',
    replicas: options.target?.replicas,
  });
  return renderRelease(
    {
      render: async () => ({
        rendered: Object.fromEntries(
          Object.entries(rendered).map(([name, text]) => [
            `my-service/templates/${name}`,
            text,
          ]),
        ),
        crds: {},
      }),
    },
    {
      files: myService(changes),
      resolved: resolved!,
      target: { ...target, ...options.target },
    },
  );
}

/** The first object of a kind, and name where one is given. */
export function findObject(
  manifests: readonly Manifest[],
  kind: string,
  name?: string,
): KubernetesObject | undefined {
  return manifests.find(
    ({ object }) =>
      object.kind === kind && (!name || object.metadata.name === name),
  )?.object;
}
