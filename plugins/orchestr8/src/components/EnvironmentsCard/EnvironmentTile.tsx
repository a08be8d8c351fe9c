import { Skeleton, VisuallyHidden } from '@backstage/ui';
import { Observed } from '../../api/ObservationFeed';
import { ModuleIdentity } from '../moduleOf';
import { PlanQuestion } from '../PlanDialog/PlanQuestion';
import { EnvironmentActions } from './EnvironmentActions';
import { EnvironmentMenu } from './EnvironmentMenu';
import { EnvironmentFacts } from './EnvironmentFacts';
import { EnvironmentRow } from './useEnvironments';
import styles from './EnvironmentsCard.module.css';

/** One environment of the path: what runs there and what can be done. */
export function EnvironmentTile(props: {
  module: ModuleIdentity;
  row: EnvironmentRow;
  observed: Pick<Observed, 'live' | 'heardAt'>;
  previous?: EnvironmentRow;
  onPlan: (question: PlanQuestion) => void;
  onShowDeployment: (id: string) => void;
}) {
  const { module, row, observed, previous, onPlan, onShowDeployment } = props;
  const { environment, observation } = row;
  return (
    <section className={styles.tile} aria-label={environment.name}>
      <div className={styles.head}>
        <h4>{environment.name}</h4>
        {observation?.deployed && (
          <EnvironmentMenu
            module={module}
            observation={observation}
            onPlan={onPlan}
            onDeployment={onShowDeployment}
          />
        )}
      </div>
      {observation && (
        <EnvironmentFacts
          observation={observation}
          observed={observed}
          onShowDeployment={onShowDeployment}
        />
      )}
      {!observation && row.awaited && (
        <div role="status" aria-busy="true">
          <VisuallyHidden>Looking at {environment.name}</VisuallyHidden>
          <Skeleton height={28} width="40%" />
          <Skeleton height={16} width="90%" />
        </div>
      )}
      {!observation && !row.awaited && (
        <p className={styles.message}>Nothing is known about it yet.</p>
      )}
      <EnvironmentActions
        module={module}
        row={row}
        previous={previous}
        onPlan={onPlan}
      />
    </section>
  );
}
