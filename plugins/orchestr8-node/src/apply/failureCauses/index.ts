import { admissionCauses } from './admissionCauses';
import { configurationCauses } from './configurationCauses';
import { crashCauses } from './crashCauses';
import { customCauses } from './customCauses';
import { FailureCause } from './FailureCause';
import { imageCauses } from './imageCauses';
import { rolloutCauses } from './rolloutCauses';
import { schedulingCauses } from './schedulingCauses';
import { stuckCauses } from './stuckCauses';
import { volumeCauses } from './volumeCauses';

/** Every cause that ends a deployment early; the first that applies is named, so the more telling come first. */
export const FAILURE_CAUSES: readonly FailureCause[] = [
  ...imageCauses,
  ...configurationCauses,
  ...volumeCauses,
  ...crashCauses,
  ...schedulingCauses,
  ...admissionCauses,
  ...rolloutCauses,
  ...stuckCauses,
  ...customCauses,
];
