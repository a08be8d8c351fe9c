import { cleanup, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aChange, aPlan } from '../../__testUtils__/samples';
import { PlanView } from './PlanView';

describe('PlanView', () => {
  const show = async (parts: Partial<Plan>) => {
    await renderForModule(<PlanView plan={aPlan(parts)} />, {
      api: new FakeOrchestr8Api(),
    });
    return document.body;
  };

  it('counts what would happen and shows each field before and after', async () => {
    const view = await show({
      replaces: { release: 'sha256:0', version: '1.3.0' },
      changes: [
        aChange(),
        aChange({
          action: 'create',
          object: { apiVersion: 'v1', kind: 'Service', name: 'shop' },
          fields: [],
        }),
        aChange({
          action: 'unchanged',
          object: { apiVersion: 'v1', kind: 'ConfigMap', name: 'shop' },
          fields: [],
        }),
      ],
    });
    expect(view).toHaveTextContent('1.3.0 → 1.4.0');
    expect(
      within(view)
        .getAllByRole('listitem')
        .slice(0, 4)
        .map(({ textContent }) => textContent),
    ).toEqual(['1 to create', '1 to update', '1 unchanged', '0 to delete']);
    expect(view).toHaveTextContent('bbbbbbbbbbbb');
    expect(view).toHaveTextContent('before: shop:1.3.0');
    expect(view).toHaveTextContent('after: shop:1.4.0');
    expect(view).toHaveTextContent('1 object stays as it is');
  });

  it.each([
    [undefined, '1.4.0, for the first time'],
    [{ release: 'x', version: '1.3.0' }, '1.3.0 → 1.4.0'],
    [
      { release: 'x', version: '1.4.0' },
      '1.4.0, with other content than runs there',
    ],
    [
      { release: aPlan().release, version: '1.4.0' },
      '1.4.0, which runs there already',
    ],
  ])('says what is replaced: %j', async (replaces, words) => {
    expect(await show({ replaces })).toHaveTextContent(words);
  });

  const named = (name: string, parts: Partial<Change> = {}) =>
    aChange({
      object: { apiVersion: 'v1', kind: 'ConfigMap', name },
      fields: [],
      ...parts,
    });
  const region = (name: string) => screen.getByRole('region', { name });

  it('lists the objects by what happens to them', async () => {
    const view = await show({
      changes: [
        named('new', { action: 'create' }),
        named('moved'),
        named('same', { action: 'unchanged' }),
        named('refused', {
          action: 'skip',
          reason: 'refused by the rule own-namespace',
        }),
      ],
    });
    expect(region('Creates (1)')).toHaveTextContent('ConfigMap/new');
    expect(region('Updates (1)')).toHaveTextContent('ConfigMap/moved');
    expect(region('Left alone (1)')).toHaveTextContent(
      'refused by the rule own-namespace',
    );
    expect(view).toHaveTextContent('1 object stays as it is');
    expect(view).not.toHaveTextContent('No object changes');
  });

  it('folds away what changes in nothing but the version of its labels', async () => {
    const path = 'metadata.labels[app.kubernetes.io/version]';
    const mark = { path, before: '1.3.0', after: '1.4.0' };
    const view = await show({
      changes: [
        named('marked', { fields: [mark] }),
        named('moved', { fields: [mark, { path: 'data.a', after: 'b' }] }),
      ],
    });
    expect(view).toHaveTextContent('2 to update');
    expect(region('Updates (1)')).toHaveTextContent('ConfigMap/moved');
    expect(region('Updates (1)')).not.toHaveTextContent('ConfigMap/marked');
    expect(view).toHaveTextContent(
      '1 object changes in the version of its labels only',
    );
  });

  it('says when nothing changes', async () => {
    const view = await show({
      changes: [named('same', { action: 'unchanged' })],
    });
    expect(view).toHaveTextContent('No object changes');
  });

  it('names every field that is taken over, and from whom', async () => {
    await show({
      changes: [
        aChange({
          takesOver: [
            { manager: 'kubectl-edit', field: '.spec.paused' },
            { manager: 'vpa', field: '.spec.replicas', leave: 'conflicts' },
          ],
        }),
      ],
    });
    const [byHand, byLeave] = within(region('Taken over')).getAllByRole(
      'listitem',
    );
    expect(byHand).toHaveTextContent('Changed by hand with kubectl-edit');
    expect(byHand).toHaveTextContent(
      '.spec.paused of Deployment shop-dev/shop',
    );
    expect(byLeave).toHaveTextContent('Taken from vpa');
    expect(byLeave).toHaveTextContent('.spec.replicas');
  });

  it('says how old the plan is, and what that means', async () => {
    const ago = (ms: number) => new Date(Date.now() - ms).toISOString();
    const view = await show({ createdAt: ago(120_000) });
    expect(view).toHaveTextContent('made 2 minutes ago');
    expect(view).not.toHaveTextContent('This plan is old');
    cleanup();
    expect(await show({ createdAt: ago(3_600_000) })).toHaveTextContent(
      'This plan is old. Before anything happens the portal looks again',
    );
  });

  it('says how bad each problem of the files is, where it stands and what to do', async () => {
    await show({
      problems: [
        {
          code: 'O8301',
          severity: 'warning',
          file: 'charts/values.yaml',
          line: 3,
          column: 5,
          message: 'The tag `latest` floats.',
          hint: 'Name a version.',
        },
      ],
    });
    const problems = region('Problems in the files');
    expect(problems).toHaveTextContent('Warning O8301');
    expect(problems).toHaveTextContent('charts/values.yaml:3:5');
    expect(problems).toHaveTextContent('Name a version.');
  });

  it('tells until when an exception of the policy holds', async () => {
    const expires = new Date(Date.now() + 3 * 86_400_000).toISOString();
    const finding = (allowed: { reason: string; expires?: string }) => ({
      object: { apiVersion: 'v1', kind: 'Service', name: 'shop' },
      rule: 'load-balancer',
      message: `asks for a load balancer: ${allowed.reason}`,
      remedy: '',
      allowed,
    });
    await show({
      findings: [
        finding({ reason: 'the old client', expires }),
        finding({ reason: 'agreed' }),
      ],
    });
    const [one, other] = within(region('Policy')).getAllByRole('listitem');
    expect(one).toHaveTextContent('the old client');
    expect(one).toHaveTextContent(/ends in 2 days|ends in 3 days/);
    expect(other).toHaveTextContent('has no end');
  });

  it('shows no value of a Secret, even if one should come through', async () => {
    const view = await show({
      changes: [
        aChange({
          object: { apiVersion: 'v1', kind: 'Secret', name: 'shop' },
          fields: [
            { path: 'data.password', before: 'aHVudGVy', after: 'Mg==' },
          ],
        }),
      ],
    });
    expect(view).toHaveTextContent('data.password');
    expect(view).toHaveTextContent('(secret)');
    expect(view).not.toHaveTextContent(/aHVudGVy|Mg==/);
  });

  it('folds many fields of one object until all are asked for', async () => {
    const fields = Array.from({ length: 10 }, (_, n) => ({
      path: `spec.field${n}`,
      after: n,
    }));
    const view = await show({ changes: [aChange({ fields })] });
    expect(view).not.toHaveTextContent('spec.field9');
    await userEvent.click(
      screen.getByRole('button', { name: 'Show 2 more fields' }),
    );
    expect(view).toHaveTextContent('spec.field9');
  });

  it('tells what is created by its name and shows the fields when asked', async () => {
    const fields = [{ path: 'spec.type', after: 'ClusterIP' }];
    const view = await show({
      changes: [aChange({ action: 'create', fields })],
    });
    expect(view).not.toHaveTextContent('ClusterIP');
    await userEvent.click(screen.getByRole('button', { name: 'Show 1 field' }));
    expect(view).toHaveTextContent('after: ClusterIP');
  });
});
