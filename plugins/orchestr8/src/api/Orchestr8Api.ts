import {
  Alerts,
  DependencyTree,
  Deployment,
  DeploymentEvent,
  DeployRequest,
  Environment,
  LogLine,
  ModuleSummary,
  Observation,
  Plan,
  PlanRequest,
  Problem,
  ScaleRequest,
} from '@orchestr8/backstage-plugin-orchestr8-common';

/** What to read of a module's logs. @public */
export interface LogQuery {
  environment: string;
  /** Lines from the end of each container's log. */
  tail?: number;
  /** RFC 3339 time; only lines from then on. */
  since?: string;
  container?: string;
  /** The container instance before the last restart. */
  previous?: boolean;
  /** Keep reading as lines are written. */
  follow?: boolean;
}

/** What a log stream carries: lines, and words about the stream itself. @public */
export type LogEvent =
  | { type: 'line'; line: LogLine }
  | { type: 'notice'; message: string }
  | { type: 'end' };

/** A stream stops when the signal is aborted. @public */
export interface StreamOptions {
  signal: AbortSignal;
}

/**
 * What the cards ask the portal for: the HTTP contract of `/api/orchestr8/v1`,
 * one method a route. Failures reject with an error whose `name` is that of the
 * problem document (`NotAllowedError`, `ConflictError`, …). Streams end with the
 * connection; the reader opens a new one.
 *
 * @public
 */
export interface Orchestr8Api {
  /** Environments in the order of the path. */
  listEnvironments(): Promise<Environment[]>;
  listModules(): Promise<ModuleSummary[]>;
  listProblems(module: string): Promise<Problem[]>;
  getDependencies(
    module: string,
    environment?: string,
  ): Promise<DependencyTree>;
  listObservations(module: string): Promise<Observation[]>;
  /** The observations of every environment, then each change. */
  watchObservations(
    module: string,
    options: StreamOptions,
  ): AsyncIterable<Observation>;
  getAlerts(module: string, environment: string): Promise<Alerts>;
  readLogs(
    module: string,
    query: LogQuery,
    options: StreamOptions,
  ): AsyncIterable<LogEvent>;
  makePlan(module: string, request: PlanRequest): Promise<Plan>;
  /** Rejects with `ConflictError` when the world has moved since the plan. */
  deploy(request: DeployRequest): Promise<Deployment>;
  getDeployment(id: string): Promise<Deployment>;
  /** Events after a cursor; ends after a terminal state. */
  watchDeployment(
    id: string,
    options: StreamOptions & { after?: number },
  ): AsyncIterable<DeploymentEvent>;
  cancelDeployment(id: string): Promise<Deployment>;
  /** Newest first. */
  listDeployments(
    module: string,
    query?: { environment?: string; limit?: number },
  ): Promise<Deployment[]>;
  scale(module: string, request: ScaleRequest): Promise<Deployment>;
  restart(module: string, environment: string): Promise<Deployment>;
}
