import { Flex } from '@backstage/ui';
import { DependencyResult } from '@orchestr8/backstage-plugin-orchestr8-common';
import { DependencyState } from '../DependenciesCard/DependencyState';
import { ModuleLink } from '../ModuleLink';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** How each dependency stands in the target environment. */
export function PlanDependencies(props: { dependencies: DependencyResult[] }) {
  if (props.dependencies.length === 0) return null;
  return (
    <PlanSection title="Dependencies">
      {props.dependencies.map(({ name, range, optional, state, message }) => (
        <li key={name}>
          <Flex align="center" gap="2">
            <DependencyState state={state} optional={optional} />
            <span>
              {state === 'unknown-module' ? name : <ModuleLink name={name} />}
              {range && ` ${range}`}
              {optional && ' (optional)'}
            </span>
          </Flex>
          <div className={styles.detail}>{message}</div>
        </li>
      ))}
    </PlanSection>
  );
}
