import { ModuleFiles } from '@orchestr8/backstage-plugin-orchestr8-common';
import { EngineSettings, withEngineDefaults } from './engine/EngineSettings';
import { makePlan } from './engine/makePlan';
import { executeWithWayBack } from './engine/executeWithWayBack';
import { planDeletion } from './engine/planDeletion';
import { validateModule } from './engine/validateModule';
import { whatMoved } from './engine/whatMoved';
import {
  DeletionInput,
  Engine,
  ExecuteOptions,
  ExecutionOutcome,
  Movement,
  PlanInput,
  PlannedDeployment,
  ValidateOptions,
} from './EngineTypes';

/**
 * The engine:
 *
 * 1. `resolveFor`: files → module as it is in the environment
 * 2. `observeTarget`: the namespace and the inventory that are there
 * 3. `renderRelease`: the chart, completed, with what is generated beside it
 * 4. `judgePods`, `gate`: what policy says of every object
 * 5. `observeChanges`: each object live, and on trial → changes
 * 6. `planHash`: the plan, by what matters in it
 * 7. `whatMoved`: is the world still as the plan showed it?
 * 8. `executePlan`: apply, wait, prune, record
 * 9. `executeWithWayBack`: and back, when that fails and the environment wants it
 */
export function createEngine(options: EngineSettings): Engine {
  const settings = withEngineDefaults(options);

  return {
    validate(files: ModuleFiles, wanted: ValidateOptions) {
      return validateModule(files, wanted, settings);
    },

    plan(input: PlanInput): Promise<PlannedDeployment> {
      return makePlan(input, settings);
    },

    isStale(planned, cluster): Promise<Movement[]> {
      return whatMoved(planned, cluster);
    },

    planDeletion(input: DeletionInput): Promise<PlannedDeployment> {
      return planDeletion(input);
    },

    execute(
      planned: PlannedDeployment,
      how: ExecuteOptions,
    ): Promise<ExecutionOutcome> {
      return executeWithWayBack(planned, how);
    },

    close() {
      return settings.renderer.close();
    },
  };
}
