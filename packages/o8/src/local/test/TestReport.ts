import {
  DeploymentFailure,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import type { TestResult } from '../../cluster';

/** What a test of a module consists of, in its order. */
export type StageName =
  | 'validate'
  | 'render'
  | 'dry-run'
  | 'deploy'
  | 'tests'
  | 'clean-up';

/** One part of a test, once it is over. */
export interface TestStage {
  name: StageName;
  state: 'passed' | 'failed' | 'skipped';
  /** One sentence. */
  message: string;
}

/** How the test of a module on a real cluster went. */
export interface TestReport {
  module: string;
  version: string;
  /** Digest of what was tested. */
  release: string;
  /** Context of the kubeconfig. */
  context: string;
  /** The scratch namespace. */
  namespace: string;
  outcome: 'passed' | 'failed';
  stages: TestStage[];
  problems: Problem[];
  /** What else is worth knowing: dependencies that were not there, what the API server warned of. */
  warnings: string[];
  /** Why it did not come up. */
  failure?: DeploymentFailure;
  /** The last lines that the module wrote, when it did not come up. */
  log: string[];
  tests: TestResult[];
  /** The namespace was left, as asked. */
  kept: boolean;
}
