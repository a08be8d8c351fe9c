import { screen, within } from '@testing-library/react';
import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aChange, aPlan } from '../../__testUtils__/samples';
import { PlanView } from './PlanView';

describe('PlanHooks', () => {
  const show = async (parts: Partial<Plan>) => {
    await renderForModule(<PlanView plan={aPlan(parts)} />, {
      api: new FakeOrchestr8Api(),
    });
    return document.body;
  };
  const named = (name: string, parts: Partial<Change> = {}) =>
    aChange({
      object: { apiVersion: 'v1', kind: 'ConfigMap', name },
      fields: [],
      ...parts,
    });
  const region = (name: string) => screen.getByRole('region', { name });

  it('tells hooks apart from changes, in the order in which they run', async () => {
    const hook = (name: string, event: string, weight: number) =>
      named(name, {
        action: 'create',
        object: { apiVersion: 'batch/v1', kind: 'Job', name },
        hook: { events: [event], weight },
      });
    const view = await show({
      replaces: { release: 'sha256:0', version: '1.3.0' },
      changes: [
        hook('second', 'pre-upgrade', 5),
        hook('first', 'pre-upgrade', -5),
        hook('last', 'post-upgrade', 0),
        hook('once', 'pre-install', 0),
        named('moved'),
      ],
    });
    const names = (list: string) =>
      within(screen.getByRole('list', { name: new RegExp(list) }))
        .getAllByRole('listitem')
        .map(({ textContent }) => textContent);
    expect(names('Before the release is applied')).toEqual([
      expect.stringContaining('Job/first'),
      expect.stringContaining('Job/second'),
    ]);
    expect(names('After the release is healthy')).toEqual([
      expect.stringContaining('Job/last'),
    ]);
    expect(region('Hooks')).toHaveTextContent('weight -5, pre-upgrade');
    expect(region('Hooks')).toHaveTextContent(
      '1 hook does not run: this is an upgrade',
    );
    expect(view).toHaveTextContent('0 to create');
    expect(view).toHaveTextContent('3 hooks to run');
    expect(screen.queryByRole('region', { name: /Creates/ })).toBeNull();
  });
});
