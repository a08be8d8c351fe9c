import { Prose } from '../../primitives/Prose';
import { ModuleSource } from '../../source/moduleSource';
import { SourceLink } from '../../source/SourceLink';
import { NotedProblem } from './NotedProblem';
import { ProblemSeverity } from './ProblemSeverity';
import styles from './ProblemsCard.module.css';

/** One problem: how bad, what, what to do, and the way to the line where it stands. */
export function ProblemRow(props: {
  problem: NotedProblem;
  source: ModuleSource;
}) {
  const { problem, source } = props;
  const { code, severity, message, hint } = problem;
  return (
    <li className={styles.problem}>
      <ProblemSeverity severity={severity} code={code} />
      <div className={styles.message}>
        <Prose text={message} />
      </div>
      {hint && (
        <div className={styles.hint}>
          <Prose text={hint} />
        </div>
      )}
      <SourceLink place={problem} source={source} />
    </li>
  );
}
