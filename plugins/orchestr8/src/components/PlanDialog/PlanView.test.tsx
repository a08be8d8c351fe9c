import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
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
