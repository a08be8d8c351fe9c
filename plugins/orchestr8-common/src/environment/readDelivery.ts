import { Environment } from '../deployment';
import { ConfigReader } from './ConfigReader';

/** The cluster that Argo CD itself runs in, as it calls it. */
const IN_CLUSTER = 'https://kubernetes.default.svc';

/** Who writes to the environment's cluster, and with what words. */
export function readDelivery(
  config: ConfigReader,
): Pick<Environment, 'delivery' | 'argocd'> {
  const delivery = config.oneOf('delivery', ['direct', 'argocd']) ?? 'direct';
  const argocd = config.nested('argocd');
  if (delivery === 'direct') {
    if (argocd) {
      config.refuse('argocd', 'is for environments with "delivery: argocd"');
    }
    return { delivery };
  }
  if (!argocd) {
    return config.refuse(
      'argocd',
      'is missing: Argo CD must be told the repository and the revision of the charts',
    );
  }
  const read = {
    namespace: argocd.optionalText('namespace') ?? 'argocd',
    project: argocd.optionalText('project') ?? 'default',
    repository: argocd.text('repository'),
    path: argocd.optionalText('path') ?? '${module}/charts',
    revision: argocd.text('revision'),
    server: argocd.optionalText('server') ?? IN_CLUSTER,
  };
  if (!read.path.includes('${module}')) {
    argocd.refuse(
      'path',
      `"${read.path}" would be the same for every module; it must hold "\${module}"`,
    );
  }
  argocd.finish();
  return { delivery, argocd: read };
}
