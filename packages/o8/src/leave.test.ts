import { Leave, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakePortal } from './__testUtils__/FakePortal';
import { runO8 } from './__testUtils__/runO8';
import { aPlan } from './__testUtils__/samples/plans';

const refused = (leave: Leave | undefined, parts: Partial<Plan> = {}) =>
  Object.assign(new FakePortal(), {
    plan: {
      ...aPlan,
      refusals: [{ kind: 'policy', message: 'Not by itself.', leave }],
      ...parts,
    },
  });

describe('leave', () => {
  it.each([
    ['plan my-service --environment dev', 'plans'],
    ['deploy my-service --environment dev --yes', 'plans'],
    ['promote my-service --from dev --to staging --yes', 'plans'],
    ['rollback my-service --environment dev --yes', 'rollback'],
  ])('is asked for with %s', async (line, path) => {
    const { code, portal } = await runO8(
      `module ${line} --leave emptying conflicts`,
    );
    expect(code).toBe(0);
    expect(portal.requests).toContainEqual(
      expect.objectContaining({
        path: `/modules/my-service/${path}`,
        body: expect.objectContaining({ leave: ['emptying', 'conflicts'] }),
      }),
    );
  });

  it('is refused where the plan of a release cannot have it', async () => {
    const { code, err } = await runO8('module plan my-service --leave claims');
    expect(code).toBe(2);
    expect(err).toContain('emptying, conflicts');
  });

  it.each<[string, FakePortal, string]>([
    [
      'deploy my-service --environment dev --yes',
      refused('emptying'),
      'add --leave emptying; it needs the permission orchestr8.module.force',
    ],
    [
      'deploy my-service --environment dev --leave conflicts --yes',
      refused('emptying', { leave: ['conflicts'] }),
      'add --leave conflicts emptying;',
    ],
    [
      'delete my-service --environment dev --with namespace --yes',
      refused('claims', { kind: 'delete', leave: ['namespace'] }),
      'add --with claims namespace;',
    ],
  ])('is offered after %s', async (line, portal, hint) => {
    const { code, err } = await runO8(`module ${line}`, { portal });
    expect(code).not.toBe(0);
    expect(err).toContain(`If that is meant, ${hint}`);
  });

  it('is not offered where it clears nothing', async () => {
    const { err } = await runO8(
      'module deploy my-service --environment dev --yes',
      { portal: refused(undefined) },
    );
    expect(err).not.toContain('--leave');
  });
});
