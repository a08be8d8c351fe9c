import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { FakeOrchestr8Api } from '../../__testUtils__/FakeOrchestr8Api';
import { renderForModule } from '../../__testUtils__/renderForModule';
import { aChange, aPlan } from '../../__testUtils__/samples';
import { PlanDialog } from './PlanDialog';
import { PlanQuestion } from './PlanQuestion';

const MODULE = { name: 'shop', entityRef: 'module:default/shop' };
const DEPLOY: PlanQuestion = { kind: 'deploy', environment: 'dev' };

describe('PlanLeaves', () => {
  let api: FakeOrchestr8Api;
  beforeEach(() => {
    api = new FakeOrchestr8Api();
  });

  const render = (question: PlanQuestion = DEPLOY, refused: string[] = []) =>
    renderForModule(
      <PlanDialog module={MODULE} question={question} onClose={() => {}} />,
      { api, refused },
    );

  const EMPTYING: Partial<Plan> = {
    refusals: [
      {
        kind: 'policy',
        message: 'Nothing of the release runs any more.',
        leave: 'emptying',
      },
    ],
  };

  it('plans again with the leave that was given, and says so in the command', async () => {
    api.plan = aPlan(EMPTYING);
    await render();
    const dialog = await screen.findByRole('dialog');
    const again = await screen.findByRole('button', {
      name: 'Plan again with this leave',
    });
    expect(again).toBeDisabled();
    await userEvent.click(
      screen.getByRole('checkbox', {
        name: 'Give leave to take away all that the module runs',
      }),
    );
    api.plan = aPlan({ leave: ['emptying'] });
    await userEvent.click(again);
    expect(
      await screen.findByRole('button', { name: 'Deploy 1.4.0 to dev' }),
    ).toBeEnabled();
    expect(api.asked).toContainEqual({
      method: 'makePlan',
      with: ['shop', { environment: 'dev', leave: ['emptying'] }],
    });
    expect(dialog).toHaveTextContent(
      'o8 module deploy shop --environment dev --leave emptying',
    );
    expect(
      screen.getByRole('checkbox', { name: /take away all/ }),
    ).toBeChecked();
  });

  it('says why leave cannot be given', async () => {
    api.plan = aPlan(EMPTYING);
    await render(DEPLOY, ['orchestr8.module.force']);
    const again = await screen.findByRole('button', { name: /^Plan again w/ });
    expect(again).toBeDisabled();
    expect(again).toHaveAccessibleDescription(
      'You need the permission orchestr8.module.force for this module.',
    );
    expect(screen.getByRole('checkbox')).toBeDisabled();
  });

  it('offers to delete what a deletion keeps otherwise', async () => {
    api.plan = aPlan({
      kind: 'delete',
      changes: [
        aChange({
          action: 'skip',
          object: {
            apiVersion: 'v1',
            kind: 'PersistentVolumeClaim',
            name: 's',
          },
          source: 'inventory',
          fields: [],
          reason: 'kept: what it holds would be lost; deleting it needs leave',
          leave: 'claims',
        }),
      ],
    });
    await render({ kind: 'delete', environment: 'dev' });
    await userEvent.click(
      await screen.findByRole('checkbox', {
        name: 'Give leave to delete claims and what they hold',
      }),
    );
    await userEvent.click(
      screen.getByRole('button', { name: 'Plan again with this leave' }),
    );
    expect(api.asked).toContainEqual({
      method: 'planDeletion',
      with: ['shop', { environment: 'dev', leave: ['claims'] }],
    });
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'o8 module delete shop --environment dev --with claims',
    );
  });

  it('only tells of leave when somebody else’s plan is reviewed', async () => {
    api.plan = aPlan({
      leave: ['conflicts'],
      changes: [
        aChange({
          takesOver: [
            { manager: 'vpa', field: '.spec.replicas', leave: 'conflicts' },
          ],
        }),
      ],
    });
    await render({ kind: 'review', environment: 'dev', plan: aPlan().hash });
    expect(await screen.findByRole('dialog')).toHaveTextContent(
      'Leave was given to take fields from other controllers',
    );
    expect(screen.queryByRole('checkbox')).not.toBeInTheDocument();
  });
});
