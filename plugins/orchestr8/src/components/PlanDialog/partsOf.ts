import { Change } from '@orchestr8/backstage-plugin-orchestr8-common';

/** The changes of a plan by what they are part of. */
export interface PlanParts {
  /** Objects that the release brings and that stay. */
  release: Change[];
  hooks: Change[];
  /** Objects that are there and that the release does not bring. */
  leftOver: Change[];
}

/** Every change in one part, each part in the order of the plan. */
export function partsOf(changes: readonly Change[]): PlanParts {
  const isHook = ({ hook }: Change) => hook !== undefined;
  const isLeftOver = ({ source }: Change) => source === 'inventory';
  return {
    release: changes.filter(one => !isHook(one) && !isLeftOver(one)),
    hooks: changes.filter(isHook),
    leftOver: changes.filter(isLeftOver),
  };
}
