import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Prose } from '../../primitives/Prose';
import { ProblemSeverity } from '../ProblemsCard/ProblemSeverity';
import { PlanSection } from './PlanSection';
import styles from './PlanView.module.css';

/** What is wrong with the module's files in this environment, and where. */
export function PlanProblems(props: { problems: Problem[] }) {
  if (props.problems.length === 0) return null;
  return (
    <PlanSection title="Problems in the files">
      {props.problems.map(problem => {
        const { code, severity, file, line, column, message, hint } = problem;
        return (
          <li key={`${code}${file}${line}${column}${message}`}>
            <ProblemSeverity severity={severity} code={code} />
            <div>
              <Prose text={message} />
            </div>
            <div className={styles.detail}>
              {file}:{line}:{column}
              {hint && (
                <>
                  . <Prose text={hint} />
                </>
              )}
            </div>
          </li>
        );
      })}
    </PlanSection>
  );
}
