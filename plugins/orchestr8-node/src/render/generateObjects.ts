import {
  KubernetesObject,
  Manifest,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { dashboard } from './generated/dashboard';
import { externalSecrets } from './generated/externalSecrets';
import { GeneratedContext } from './generated/GeneratedContext';
import { namespace } from './generated/namespace';
import { networkPolicy } from './generated/networkPolicy';
import { prometheusRule } from './generated/prometheusRule';
import { role } from './generated/role';
import { roleBinding } from './generated/roleBinding';
import { serviceAccount } from './generated/serviceAccount';
import { serviceMonitor } from './generated/serviceMonitor';

/** `source` of what no file of the module gives. */
export const GENERATED = 'generated';

/** What comes from the specification alone (language §4); `chart` are the chart's own objects. */
export function generateObjects(
  context: GeneratedContext,
  chart: readonly Manifest[],
): Manifest[] {
  const objects: (KubernetesObject | undefined)[] = [
    namespace(context),
    networkPolicy(context),
    serviceAccount(context),
    role(context, chart),
    roleBinding(context),
    serviceMonitor(context, chart),
    prometheusRule(context),
    dashboard(context),
    ...externalSecrets(context),
  ];
  return objects
    .filter(object => object !== undefined)
    .map(object => ({ object, source: GENERATED }));
}
