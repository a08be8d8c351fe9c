import { Deployment } from '@orchestr8/backstage-plugin-orchestr8-common';
import { age, duration } from './age';
import { Style, toned } from './Style';
import { table } from './table';

/** A deployment a row. */
export function drawHistory(
  deployments: readonly Deployment[],
  style: Style,
  options: { now: number },
): string {
  if (deployments.length === 0) return 'Nothing has been deployed yet.\n';
  return table(
    ['WHEN', 'ENVIRONMENT', 'WHAT', 'VERSION', 'STATE', 'TOOK', 'BY', 'ID'],
    deployments.map(deployment => [
      age(deployment.createdAt, options.now),
      deployment.environment,
      deployment.promotedFrom
        ? `${deployment.kind} from ${deployment.promotedFrom}`
        : deployment.kind,
      deployment.version,
      toned(deployment.state, style),
      deployment.finishedAt
        ? duration(
            Date.parse(deployment.finishedAt) -
              Date.parse(deployment.createdAt),
          )
        : '-',
      deployment.requestedBy,
      deployment.id,
    ]),
  );
}
