import { FakePortal } from './__testUtils__/FakePortal';
import { expectGolden } from './__testUtils__/expectGolden';
import { runO8 } from './__testUtils__/runO8';
import {
  aFailedDeployment,
  aWarnedDeployment,
} from './__testUtils__/samples/deployments';
import { anArgoPlan, aPlan, aRefusedPlan } from './__testUtils__/samples/plans';

const lines = [
  {
    time: '2026-11-02T11:59:58.123456789Z',
    pod: 'my-service-x',
    container: 'app',
    text: '{"level":"info","msg":"GET /orders 200"}',
  },
];

const HASH = aPlan.hash.slice(7, 19);

const sound = () => new FakePortal();
const failing = () =>
  Object.assign(new FakePortal(), { outcome: aFailedDeployment });
const byArgo = () => Object.assign(new FakePortal(), { plan: anArgoPlan });
const warned = () =>
  Object.assign(new FakePortal(), { outcome: aWarnedDeployment });
const refusing = () => Object.assign(new FakePortal(), { plan: aRefusedPlan });
const logging = () => Object.assign(new FakePortal(), { lines });

describe.each(['table', 'json', 'yaml'])('in the format %s', format => {
  it.each<[string, string, () => FakePortal]>([
    ['list', 'module list', sound],
    ['status', 'module status my-service', sound],
    ['status-watch', 'module status my-service --watch', sound],
    ['plan', 'module plan my-service --environment dev', sound],
    ['plan-argocd', 'module plan my-service --environment dev', byArgo],
    ['plan-refused', 'module plan my-service --environment prod', refusing],
    ['deploy', 'module deploy my-service --environment dev --yes', sound],
    ['deploy-failed', 'module deploy my-service --environment dev -y', failing],
    ['deploy-warned', 'module deploy my-service --environment dev -y', warned],
    ['deploy-no-wait', 'module deploy my-service --yes --no-wait', sound],
    [
      'promote',
      'module promote my-service --from dev --to staging --yes',
      sound,
    ],
    [
      'rollback',
      'module rollback my-service --environment dev --to 1.0.0 --yes',
      sound,
    ],
    ['delete', 'module delete my-service --environment dev --yes', sound],
    ['approve', `module approve ${HASH} --yes`, sound],
    ['reject', `module reject ${HASH} --reason no`, sound],
    ['scale', 'module scale my-service --replicas 2 --environment dev', sound],
    ['restart', 'module restart my-service --environment dev', sound],
    ['history', 'module history my-service', sound],
    ['deps', 'module deps my-service --visualize', sound],
    ['logs', 'module logs my-service --environment dev --tail 10', logging],
  ])('prints what %s is to print', async (name, line, portal) => {
    const { out } = await runO8(`${line} -o ${format}`, {
      portal: portal(),
    });
    expectGolden(`${name}.${format}`, out);
  });
});

it.each(['dot', 'mermaid'])('draws the dependencies as %s', async format => {
  const { out } = await runO8(`module deps my-service -o ${format}`);
  expectGolden(`deps.${format}`, out);
});

it.each([
  ['deploy', 'module deploy my-service --environment dev --yes', sound],
  ['deploy-failed', 'module deploy my-service --environment dev -y', failing],
  [
    'deploy-refused',
    'module deploy my-service --environment prod -y',
    refusing,
  ],
  [
    'rollback',
    'module rollback my-service --environment dev --to 1.0.0 --yes',
    sound,
  ],
  ['delete', 'module delete my-service --environment dev --yes', sound],
  ['approve', `module approve ${HASH} --yes`, sound],
  ['help', 'module --help', sound],
])('tells a person what happens in %s', async (name, line, portal) => {
  const { out, err } = await runO8(line, { portal: portal() });
  expectGolden(`${name}.told`, name === 'help' ? out : err);
});
