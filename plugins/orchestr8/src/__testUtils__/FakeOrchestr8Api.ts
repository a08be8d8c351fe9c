import {
  Alerts,
  ApprovalRequest,
  DeletionRequest,
  DependencyTree,
  Deployment,
  DeploymentEvent,
  DeployRequest,
  Environment,
  KeptRelease,
  LogEvent,
  LogQuery,
  ModuleSummary,
  ObjectDrift,
  Observation,
  Plan,
  PlanRequest,
  Problem,
  ProblemDocument,
  RollbackRequest,
  ScaleRequest,
  StreamOptions,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Orchestr8Api } from '../api/Orchestr8Api';
import { Channel } from './Channel';
import { aDeployment, aPlan, PATH } from './samples';

/** A value, or a function that gives or refuses it. */
type Answer<T> = T | (() => T | Promise<T>);

async function answer<T>(value: Answer<T>): Promise<T> {
  return typeof value === 'function'
    ? (value as () => T | Promise<T>)()
    : value;
}

/**
 * A portal in memory: every answer is a field that a test sets, every stream a
 * {@link Channel} that a test writes to. What was asked for is kept in `asked`.
 */
export class FakeOrchestr8Api implements Orchestr8Api {
  environments: Answer<Environment[]> = PATH;
  modules: Answer<ModuleSummary[]> = [];
  problems: Answer<Problem[]> = [];
  observations: Answer<Observation[]> = [];
  drift: Answer<ObjectDrift[]> = [];
  alerts: Answer<Alerts> = { configured: true, alerts: [] };
  dependencies: Answer<DependencyTree> = {
    name: 'shop',
    optional: false,
    state: 'root',
    children: [],
  };
  plan: Answer<Plan> = () => aPlan();
  deployment: Answer<Deployment> = () => aDeployment();
  deployments: Answer<Deployment[]> = [];
  releases: Answer<KeptRelease[]> = [];
  /** The approval of any plan; nobody has asked at first. */
  approval: Answer<ApprovalRequest> = refusal('NotFoundError', 'Nobody asked.');
  approvals: Answer<ApprovalRequest[]> = [];

  readonly observationStream = new Channel<Observation>();
  readonly deploymentStream = new Channel<DeploymentEvent>();
  readonly approvalStream = new Channel<ApprovalRequest>();
  readonly moduleStream = new Channel<ModuleSummary | { gone: string }>();
  readonly logStream = new Channel<LogEvent>();
  readonly asked: { method: string; with: unknown[] }[] = [];

  listEnvironments = () => this.#ask('listEnvironments', this.environments);
  listModules = () => this.#ask('listModules', this.modules);
  listProblems = (module: string) =>
    this.#ask('listProblems', this.problems, module);
  getDependencies = (module: string, environment?: string) =>
    this.#ask('getDependencies', this.dependencies, module, environment);
  listObservations = (module: string) =>
    this.#ask('listObservations', this.observations, module);
  listDrift = (module: string, environment: string) =>
    this.#ask('listDrift', this.drift, module, environment);
  getAlerts = (module: string, environment: string) =>
    this.#ask('getAlerts', this.alerts, module, environment);
  makePlan = (module: string, request: PlanRequest) =>
    this.#ask('makePlan', this.plan, module, request);
  planRollback = (module: string, request: RollbackRequest) =>
    this.#ask('planRollback', this.plan, module, request);
  planDeletion = (module: string, request: DeletionRequest) =>
    this.#ask('planDeletion', this.plan, module, request);
  getPlan = (hash: string) => this.#ask('getPlan', this.plan, hash);
  listReleases = (module: string, environment: string) =>
    this.#ask('listReleases', this.releases, module, environment);
  requestApproval = (plan: string, request?: { comment?: string }) =>
    this.#ask('requestApproval', this.approval, plan, request);
  getApproval = (plan: string) => this.#ask('getApproval', this.approval, plan);
  approvePlan = (plan: string, request?: { comment?: string }) =>
    this.#ask('approvePlan', this.approval, plan, request);
  rejectPlan = (plan: string, request: { reason: string }) =>
    this.#ask('rejectPlan', this.approval, plan, request);
  listApprovals = (query?: { module?: string; limit?: number }) =>
    this.#ask('listApprovals', this.approvals, query);
  deploy = (request: DeployRequest) =>
    this.#ask('deploy', this.deployment, request);
  getDeployment = (id: string) =>
    this.#ask('getDeployment', this.deployment, id);
  cancelDeployment = (id: string) =>
    this.#ask('cancelDeployment', this.deployment, id);
  listDeployments = (
    module: string,
    query?: { environment?: string; limit?: number },
  ) => this.#ask('listDeployments', this.deployments, module, query);
  scale = (module: string, request: ScaleRequest) =>
    this.#ask('scale', this.deployment, module, request);
  restart = (module: string, environment: string) =>
    this.#ask('restart', this.deployment, module, environment);

  watchObservations(module: string, options: StreamOptions) {
    this.#note('watchObservations', module);
    return this.observationStream.read(options.signal);
  }

  watchApproval(plan: string, options: StreamOptions) {
    this.#note('watchApproval', plan);
    return this.approvalStream.read(options.signal);
  }

  watchModules(options: StreamOptions) {
    this.#note('watchModules');
    return this.moduleStream.read(options.signal);
  }

  watchDeployment(id: string, options: StreamOptions & { after?: number }) {
    this.#note('watchDeployment', id, options.after);
    return this.deploymentStream.read(options.signal);
  }

  readLogs(module: string, query: LogQuery, options: StreamOptions) {
    this.#note('readLogs', module, query);
    return this.logStream.read(options.signal);
  }

  #note(method: string, ...args: unknown[]) {
    this.asked.push({ method, with: args });
  }

  #ask<T>(method: string, value: Answer<T>, ...args: unknown[]): Promise<T> {
    this.#note(method, ...args);
    return answer(value);
  }
}

/** Never answers: what a card shows while it waits. */
export function pending<T>(): Promise<T> {
  return new Promise(() => undefined);
}

/** Refuses with an error of that name, as the portal's client does; `more` is what else its problem document says. */
export function refusal(
  name: string,
  message: string,
  more?: Partial<ProblemDocument>,
): () => never {
  const problem = more && { title: name, detail: message, name, ...more };
  return () => {
    throw Object.assign(new Error(message), { name, problem });
  };
}
