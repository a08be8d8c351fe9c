import { ProblemDocument } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakePortal } from './__testUtils__/FakePortal';
import { FakeTerminal } from './__testUtils__/FakeTerminal';
import { explain } from './output/explain';
import { runO8, SIGNED_IN } from './__testUtils__/runO8';
import { aFailedDeployment } from './__testUtils__/samples/deployments';
import { aPlan, aRefusedPlan } from './__testUtils__/samples/plans';

const DEPLOY = 'module deploy my-service --environment dev --yes';
const answering = (route: string, status: number, name: string) => {
  const portal = new FakePortal();
  const problem: ProblemDocument = {
    type: 'about:blank',
    title: name,
    status,
    name,
    detail: `It is ${name}.`,
  };
  portal.failures.set(route, problem);
  return portal;
};
const planned = (plan: FakePortal['plan']) =>
  Object.assign(new FakePortal(), { plan });
const timedOut = () =>
  Object.assign(new FakePortal(), {
    outcome: {
      ...aFailedDeployment,
      failure: { ...aFailedDeployment.failure!, cause: 'timeout' },
    },
  });
const failed = () =>
  Object.assign(new FakePortal(), { outcome: aFailedDeployment });

describe('exit codes', () => {
  it.each<[number, string, string, FakePortal | undefined]>([
    [0, 'a deployment has succeeded', DEPLOY, undefined],
    [0, 'help was asked for', '--help', undefined],
    [0, 'the version was asked for', '--version', undefined],
    [1, 'a deployment has failed', DEPLOY, failed()],
    [1, 'a module is not known', 'module status nobody', undefined],
    [2, 'a verb does not exist', 'module fly', undefined],
    [2, 'a flag does not exist', 'module list --fast', undefined],
    [2, 'an argument is missing', 'module status', undefined],
    [2, 'a flag is missing', 'module scale my-service', undefined],
    [
      2,
      'a number is not one',
      'module scale my-service --replicas many',
      undefined,
    ],
    [2, 'a format does not exist', 'module list -o xml', undefined],
    [
      2,
      'an environment does not exist',
      'module logs my-service --environment moon',
      undefined,
    ],
    [
      2,
      'a history is of an environment that does not exist',
      'module history my-service --environment moon',
      undefined,
    ],
    [
      2,
      'nobody can be asked',
      'module deploy my-service --environment dev',
      undefined,
    ],
    [2, 'a folder is no module', 'module deploy ./nothing', undefined],
    [
      3,
      'a module is invalid',
      DEPLOY,
      planned({
        ...aPlan,
        refusals: [{ kind: 'invalid', message: 'no chart' }],
      }),
    ],
    [4, 'a gate is unmet', DEPLOY, planned(aRefusedPlan)],
    [
      4,
      'a permission is missing',
      DEPLOY,
      answering('POST /deployments', 403, 'NotAllowedError'),
    ],
    [
      4,
      'the plan is stale',
      DEPLOY,
      answering('POST /deployments', 409, 'ConflictError'),
    ],
    [
      4,
      'the sign-in has expired',
      'module list',
      answering('GET /modules', 401, 'AuthenticationError'),
    ],
    [5, 'a deployment took too long', DEPLOY, timedOut()],
  ])('is %i when %s', async (code, _, line, portal) => {
    expect(await runO8(line, { portal })).toMatchObject({ code });
  });

  it.each<[number, string, object]>([
    [
      2,
      'a bundle of its own ends a verb',
      { name: 'CommandError', exitCode: 2, hint: 'Do so.', problems: [] },
    ],
    [
      1,
      'a cluster cannot be reached',
      { name: 'ClusterError', reason: 'unreachable' },
    ],
    [
      4,
      'a cluster lets nobody in',
      { name: 'ClusterError', reason: 'forbidden' },
    ],
    [
      5,
      'a cluster does not answer',
      { name: 'ClusterError', reason: 'timeout' },
    ],
    [3, 'a folder is no module', { name: 'ModuleSourceError' }],
  ])('is %i when %s', (code, _, parts) => {
    const terminal = new FakeTerminal();
    const error = Object.assign(new Error('It is so.'), parts);
    expect(explain(error, { terminal, verbose: false })).toBe(code);
    expect(terminal.err).toContain('Error: It is so.');
  });

  it('is 2 without a portal, and says how to get one', async () => {
    const terminal = new FakeTerminal();
    expect(await runO8('module list', { terminal })).toMatchObject({
      code: 2,
      out: '',
      err: expect.stringContaining('npm start'),
    });
  });

  it('is 1 when the portal cannot be reached, and says where it was looked for', async () => {
    const terminal = new FakeTerminal({ env: SIGNED_IN });
    const portal = Object.assign(new FakePortal(), {
      fetch: () => Promise.reject(new TypeError('fetch failed')),
    });
    expect(await runO8('module list', { terminal, portal })).toMatchObject({
      code: 1,
      err: expect.stringContaining('http://portal cannot be reached'),
    });
  });

  it('is 130 when the person says no, and nothing is deployed', async () => {
    const terminal = new FakeTerminal({ env: SIGNED_IN, answers: [false] });
    const { code, portal } = await runO8(
      'module deploy my-service --environment dev',
      { terminal },
    );
    expect(code).toBe(130);
    expect(portal.requests.map(({ path }) => path)).not.toContain(
      '/deployments',
    );
  });
});
