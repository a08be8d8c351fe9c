import { screen } from '@testing-library/react';
import { Change, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aChange, aPlan } from '../../__testUtils__/samples';
import { PlanView } from './PlanView';

describe('PruneList', () => {
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

  it('lists what is pruned, and what never is with the reason', async () => {
    await show({
      changes: [
        named('old', {
          action: 'delete',
          source: 'inventory',
          reason: 'not in the release any more',
        }),
        named('data', {
          action: 'skip',
          object: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name: 'd',
          },
          source: 'inventory',
          reason: 'kept: what it holds would be lost; delete it by hand',
        }),
      ],
    });
    const pruned = region('Deletes what the release dropped (1)');
    expect(pruned).toHaveTextContent('ConfigMap/old');
    const kept = region('Keeps (1)');
    expect(kept).toHaveTextContent('PersistentVolumeClaim/d');
    expect(kept).toHaveTextContent(
      'what it holds would be lost; delete it by hand',
    );
  });
});
