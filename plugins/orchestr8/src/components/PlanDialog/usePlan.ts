import { useCallback, useEffect, useRef, useState } from 'react';
import { useApi } from '@backstage/frontend-plugin-api';
import { Deployment, Plan } from '@orchestr8/backstage-plugin-orchestr8-common';
import { describeError } from '../../api/describeError';
import { orchestr8ApiRef } from '../../api/orchestr8ApiRef';
import { askForPlan, PlanQuestion } from './PlanQuestion';

/** Where a plan stands between the question and its deployment. */
export type PlanStage =
  | { stage: 'planning' }
  | { stage: 'unplanned'; error: Error }
  | { stage: 'planned'; plan: Plan; error?: Error }
  | { stage: 'starting'; plan: Plan }
  /** The world has moved since the plan was made. */
  | { stage: 'stale'; plan: Plan; error: Error }
  | { stage: 'deploying'; plan: Plan; deployment: Deployment };

/** Makes a plan at once, and carries out the very plan that was shown. */
export function usePlan(module: string, question: PlanQuestion) {
  const api = useApi(orchestr8ApiRef);
  const [state, setState] = useState<PlanStage>({ stage: 'planning' });
  const turn = useRef(0);
  const look = useRef(0);

  const make = useCallback(async () => {
    const mine = ++turn.current;
    const set = (next: PlanStage) => turn.current === mine && setState(next);
    set({ stage: 'planning' });
    try {
      set({ stage: 'planned', plan: await askForPlan(api, module, question) });
    } catch (error) {
      set({ stage: 'unplanned', error: error as Error });
    }
  }, [api, module, question]);

  const deploy = useCallback(
    async (plan: Plan) => {
      const mine = ++turn.current;
      const set = (next: PlanStage) => turn.current === mine && setState(next);
      set({ stage: 'starting', plan });
      try {
        const deployment = await api.deploy({ plan: plan.hash });
        set({ stage: 'deploying', plan, deployment });
      } catch (failure) {
        const error = failure as Error;
        set({
          stage: describeError(error).moved.length > 0 ? 'stale' : 'planned',
          plan,
          error,
        });
      }
    },
    [api],
  );

  /** The plan that is shown, with the approvals that it has by now. */
  const refresh = useCallback(
    async (hash: string) => {
      const mine = ++look.current;
      const show = (next: { plan: Plan } | { error: Error }) =>
        look.current === mine &&
        setState(now =>
          // What began meanwhile goes on.
          now.stage === 'planned' && now.plan.hash === hash
            ? { ...now, ...next }
            : now,
        );
      try {
        show({ plan: await api.getPlan(hash) });
      } catch (error) {
        show({ error: error as Error });
      }
    },
    [api],
  );

  useEffect(() => {
    make();
    // An answer that comes after the dialog is gone is nobody's.
    const turns = turn;
    return () => {
      turns.current++;
    };
  }, [make]);

  return { state, make, deploy, refresh };
}
