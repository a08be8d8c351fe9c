import { Manifest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LONG_RUNNING, workloadTemplate } from '../../render/workloads';
import { findingAbout, LintRule } from '../LintRule';

/** Programs that keep data for others, by the last part of the name of their image. */
const STORES =
  /^(postgres(ql)?|mysql|mariadb|mongo(db)?|redis|valkey|memcached|rabbitmq|kafka|nats|elasticsearch|opensearch|cassandra|minio|etcd|clickhouse(-server)?|influxdb|cockroach)$/;
const APP_NAME = 'app.kubernetes.io/name';

/**
 * One module, one purpose: what is deployed, scaled and rolled back together
 * belongs together. A store beside a service, or two applications by their own
 * labels, are two modules; helpers that run now and then (Jobs) are not.
 */
export const purposes: LintRule = (manifests, { module }) => {
  const [first, ...others] = manifests
    .filter(({ object }) => LONG_RUNNING.includes(object.kind))
    .filter(({ object }) => workloadTemplate(object));
  const other = others.find(each => unlike(first, each));
  if (!other) {
    return [];
  }
  const named = ({ object }: Manifest) =>
    `${object.kind} "${object.metadata.name}" (${purposeOf(object)})`;
  return [
    findingAbout(other, {
      code: 'O8317',
      message: `The module "${
        module.metadata.name
      }" holds workloads of unlike purpose: ${named(first)} and ${named(
        other,
      )}.`,
      hint: 'Make a module of each, and declare the one as dependency of the other.',
    }),
  ];
};

function unlike(first: Manifest, other: Manifest): boolean {
  const names = [first, other].map(appName);
  const otherApplication =
    names[0] !== undefined && names[1] !== undefined && names[0] !== names[1];
  const purposesOfBoth = [first, other].map(({ object }) => purposeOf(object));
  return otherApplication || purposesOfBoth[0] !== purposesOfBoth[1];
}

/** The application that the chart says the pods belong to. */
function appName({ object }: Manifest): string | undefined {
  return workloadTemplate(object)?.metadata?.labels?.[APP_NAME];
}

function purposeOf(object: Manifest['object']): 'keeps data' | 'serves' {
  const images = (workloadTemplate(object)?.spec.containers ?? []).map(
    ({ image = '' }) => image.split('@')[0].split('/').pop()!.split(':')[0],
  );
  return images.some(image => STORES.test(image)) ||
    object.spec?.volumeClaimTemplates?.length > 0
    ? 'keeps data'
    : 'serves';
}
