import {
  Alerts,
  DependencyTree,
  Deployment,
  DeploymentEvent,
  DeployRequest,
  Environment,
  LogEvent,
  LogQuery,
  ModuleSummary,
  Observation,
  Plan,
  PlanRequest,
  Problem,
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

  readonly observationStream = new Channel<Observation>();
  readonly deploymentStream = new Channel<DeploymentEvent>();
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
  getAlerts = (module: string, environment: string) =>
    this.#ask('getAlerts', this.alerts, module, environment);
  makePlan = (module: string, request: PlanRequest) =>
    this.#ask('makePlan', this.plan, module, request);
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

/** Refuses with an error of that name, as the portal's client does. */
export function refusal(name: string, message: string): () => never {
  return () => {
    throw Object.assign(new Error(message), { name });
  };
}
