import { admissionCauses } from './admissionCauses';
import { configurationCauses } from './configurationCauses';
import { crashCauses } from './crashCauses';
import { customCauses } from './customCauses';
import { definitionCauses } from './definitionCauses';
import { FailureCause } from './FailureCause';
import { imageCauses } from './imageCauses';
import { rolloutCauses } from './rolloutCauses';
import { schedulingCauses } from './schedulingCauses';
import { stuckCauses } from './stuckCauses';
import { volumeCauses } from './volumeCauses';

/** Title → causes that are found in live objects; the more telling come first. */
export const FAILURE_GROUPS: Readonly<Record<string, readonly FailureCause[]>> =
  {
    Images: imageCauses,
    Configuration: configurationCauses,
    Volumes: volumeCauses,
    Crashes: crashCauses,
    Scheduling: schedulingCauses,
    'Pods that may not be made': admissionCauses,
    'Jobs, pods and rollouts that give up': rolloutCauses,
    'What does not move': stuckCauses,
    'Definitions of kinds': definitionCauses,
    'Custom resources': customCauses,
  };

/** Every cause that ends a deployment early; the first that applies is named. */
export const FAILURE_CAUSES: readonly FailureCause[] =
  Object.values(FAILURE_GROUPS).flat();
