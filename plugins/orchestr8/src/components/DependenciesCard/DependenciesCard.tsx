import { EntityInfoCard } from '@backstage/plugin-catalog-react';
import { DependencyTree } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { EnvironmentSelect } from '../environment/EnvironmentSelect';
import { InEnvironment } from '../environment/InEnvironment';
import { useEnvironmentChoice } from '../environment/useEnvironmentChoice';
import { ForModule } from '../ForModule';
import { ModuleLink } from '../ModuleLink';
import { DependencyState } from './DependencyState';
import { useDependencies } from './useDependencies';
import styles from './DependenciesCard.module.css';

/** What the module needs, and whether the environment has it. @public */
export function DependenciesCard() {
  return (
    <ForModule>
      {({ name }) => <Dependencies key={name} module={name} />}
    </ForModule>
  );
}

function Dependencies(props: { module: string }) {
  const { module } = props;
  const choice = useEnvironmentChoice(module);
  return (
    <EntityInfoCard
      title="Dependencies"
      headerActions={
        choice.status === 'ready' &&
        choice.value && <EnvironmentSelect choice={choice.value} />
      }
    >
      <InEnvironment choice={choice}>
        {environment => <Tree module={module} environment={environment} />}
      </InEnvironment>
    </EntityInfoCard>
  );
}

function Tree(props: { module: string; environment: string }) {
  const { module, environment } = props;
  const tree = useDependencies(module, environment);
  return (
    <Loaded of={tree} what="the dependencies">
      {({ children }) =>
        children.length === 0 ? (
          <EmptyNotice title="This module depends on no other">
            Name what it needs under spec.dependencies in o8-module.yaml.
          </EmptyNotice>
        ) : (
          <div role="group" aria-label={`Dependencies in ${environment}`}>
            <Branch nodes={children} />
          </div>
        )
      }
    </Loaded>
  );
}

function Branch(props: { nodes: DependencyTree[] }) {
  return (
    <ul className={styles.branch}>
      {props.nodes.map((node, index) => (
        <li key={`${node.name}${index}`}>
          <Node node={node} />
          {node.children.length > 0 && <Branch nodes={node.children} />}
        </li>
      ))}
    </ul>
  );
}

function Node(props: { node: DependencyTree }) {
  const { name, range, optional, state, deployed, message } = props.node;
  return (
    <div className={styles.node}>
      <span className={styles.name}>
        {state === 'unknown-module' ? name : <ModuleLink name={name} />}
      </span>
      {range && <code className={styles.range}>{range}</code>}
      {optional && <span className={styles.detail}>optional</span>}
      <DependencyState state={state} optional={optional} />
      <span className={styles.detail}>
        {message ?? (deployed && `${deployed} runs`)}
      </span>
    </div>
  );
}
