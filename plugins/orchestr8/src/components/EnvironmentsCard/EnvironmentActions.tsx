import { RiArrowRightLine, RiRocket2Line } from '@remixicon/react';
import { ExplainedButton } from '../../primitives/ExplainedButton';
import { ModuleIdentity } from '../moduleOf';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { useMayNot } from '../useMayNot';
import { EnvironmentRow } from './useEnvironments';
import { whyNotPromote } from './whyNotPromote';
import styles from './EnvironmentsCard.module.css';

/** Deploy into the first environment; promote into the others. Both begin with a plan. */
export function EnvironmentActions(props: {
  module: ModuleIdentity;
  row: EnvironmentRow;
  previous?: EnvironmentRow;
  onPlan: (question: PlanQuestion) => void;
}) {
  const { module, row, previous, onPlan } = props;
  const { name: environment, promoteFrom: from } = row.environment;
  const mayNotDeploy = useMayNot('deploy', module.entityRef);
  const mayNotPromote = useMayNot('promote', module.entityRef);
  const whyNot = mayNotPromote ?? whyNotPromote(row, previous);
  return (
    <div className={styles.actions}>
      {from ? (
        <>
          <ExplainedButton
            size="small"
            variant="secondary"
            iconStart={<RiArrowRightLine aria-hidden />}
            aria-label={`Promote from ${from} to ${environment}`}
            whyNot={whyNot}
            onPress={() => onPlan({ kind: 'promote', environment, from })}
          >
            Promote
          </ExplainedButton>
          {!whyNot && <span className={styles.from}>from {from}</span>}
        </>
      ) : (
        <ExplainedButton
          size="small"
          variant="primary"
          iconStart={<RiRocket2Line aria-hidden />}
          aria-label={`Deploy to ${environment}`}
          whyNot={mayNotDeploy}
          onPress={() => onPlan({ kind: 'deploy', environment })}
        >
          Deploy
        </ExplainedButton>
      )}
    </div>
  );
}
