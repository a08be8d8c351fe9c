import {
  Deployment,
  DeploymentKind,
  formatObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { duration } from './age';
import { Style, toned } from './Style';

/** What stands between the act and the environment. */
const WHERE: Record<DeploymentKind, string> = {
  deploy: 'to',
  promote: 'to',
  rollback: 'in',
  scale: 'in',
  restart: 'in',
  delete: 'from',
};

/** How a deployment stands: one line, and the failure with its proof and remedy. */
export function drawDeployment(deployment: Deployment, style: Style): string {
  const { module, version, environment, state, kind, failure } = deployment;
  const took = timeTaken(deployment);
  const lines = [
    `${style.bold(`${module} ${version}`)} ${kind} ${WHERE[kind]} ${style.bold(
      environment,
    )}: ${toned(state, style)}${took ? ` in ${took}` : ''}`,
  ];
  if (failure) {
    const where = failure.object ? ` (${formatObjectRef(failure.object)})` : '';
    lines.push(
      `  ${style.bad('✗')} ${failure.cause}${where}: ${failure.message}`,
      ...failure.evidence.map(line => `    ${style.faint(line)}`),
      `  ${style.faint('→')} ${failure.remedy}`,
    );
  } else if (state !== 'succeeded') {
    lines.push(`  ${deployment.message}`);
  }
  lines.push(
    ...warningsOf(deployment).map(line => `  ${style.warn('!')} ${line}`),
  );
  return `${lines.join('\n')}\n`;
}

/** What the API server warned of when it took the objects, each warning once. */
function warningsOf({ steps }: Deployment): string[] {
  const warnings = steps
    .flatMap(({ objects }) => objects ?? [])
    .filter(({ action, outcome }) => action !== 'skip' && outcome === 'done')
    .flatMap(({ object, message }) =>
      (message ?? '')
        .split('\n')
        .filter(Boolean)
        .map(text => `${formatObjectRef(object)}: ${text}`),
    );
  return [...new Set(warnings)];
}

function timeTaken(deployment: Deployment): string | undefined {
  const { createdAt, finishedAt } = deployment;
  if (!finishedAt) return undefined;
  const took = Date.parse(finishedAt) - Date.parse(createdAt);
  return took < 1000 ? `${took}ms` : duration(took);
}
