import { ADMISSION } from './admission';
import { DEFINITIONS } from './definitions';
import { FailingModule } from './FailingModule';
import { KUBELET } from './kubelet';
import { ROLLOUTS } from './rollouts';
import { SCHEDULING } from './scheduling';

export type { FailingModule } from './FailingModule';

/** Modules that each fail in one way of their own. */
export const FAILING_MODULES: readonly FailingModule[] = [
  ...KUBELET,
  ...SCHEDULING,
  ...ADMISSION,
  ...ROLLOUTS,
  ...DEFINITIONS,
];
