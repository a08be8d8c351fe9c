import { ReactNode } from 'react';
import { EmptyNotice } from '../../primitives/EmptyNotice';
import { Loaded } from '../../primitives/Loaded';
import { Reloadable } from '../../primitives/useLoadable';
import { EnvironmentChoice } from './useEnvironmentChoice';

/** Draws its children for the chosen environment, or why there is none. */
export function InEnvironment(props: {
  choice: Reloadable<EnvironmentChoice | undefined>;
  children: (environment: string) => ReactNode;
}) {
  return (
    <Loaded of={props.choice} what="the environments">
      {choice =>
        choice ? (
          props.children(choice.chosen)
        ) : (
          <EmptyNotice title="No environments are configured">
            Add them under orchestr8.environments in app-config.yaml.
          </EmptyNotice>
        )
      }
    </Loaded>
  );
}
