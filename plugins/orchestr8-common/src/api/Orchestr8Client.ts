import {
  Alerts,
  Deployment,
  DeploymentEvent,
  Environment,
  LogLine,
  Observation,
  Plan,
} from '../deployment';
import { EncodedModuleFiles, Problem } from '../module';
import { ApiConnection, ApiTransport } from './ApiTransport';
import {
  DependencyTree,
  DeployRequest,
  ModuleSummary,
  PlanRequest,
  ReleaseResult,
  ReleaseUpload,
  RenderTemplateRequest,
  ScaleRequest,
  TemplateSummary,
  ValidateRequest,
} from './contract';

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
  /** Only lines that contain this text. */
  grep?: string;
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
 * The one client of the portal's API, for cards and CLI: a method a route of
 * `contract.ts`. Failures reject with `ApiError`.
 *
 * @public
 */
export class Orchestr8Client {
  private readonly transport: ApiTransport;

  constructor(connection: ApiConnection) {
    this.transport = new ApiTransport(connection);
  }

  async listEnvironments(): Promise<Environment[]> {
    return this.items('/environments');
  }

  async listModules(): Promise<ModuleSummary[]> {
    return this.items('/modules');
  }

  async listTemplates(): Promise<TemplateSummary[]> {
    return this.items('/templates');
  }

  renderTemplate(
    template: string,
    request: RenderTemplateRequest,
  ): Promise<{ files: EncodedModuleFiles }> {
    return this.transport.json(`/templates/${segment(template)}/render`, {
      body: request,
    });
  }

  /** Registers a module that the catalog does not know. */
  uploadRelease(upload: ReleaseUpload): Promise<ReleaseResult> {
    return this.transport.json('/releases', { body: upload });
  }

  async validate(request: ValidateRequest): Promise<Problem[]> {
    const { problems } = await this.transport.json<{ problems: Problem[] }>(
      '/validate',
      { body: request },
    );
    return problems;
  }

  async listProblems(module: string): Promise<Problem[]> {
    const { problems } = await this.transport.json<{ problems: Problem[] }>(
      `/modules/${segment(module)}/problems`,
    );
    return problems;
  }

  getDependencies(
    module: string,
    environment?: string,
  ): Promise<DependencyTree> {
    return this.transport.json(`/modules/${segment(module)}/dependencies`, {
      query: { environment },
    });
  }

  async listObservations(
    module: string,
    environment?: string,
  ): Promise<Observation[]> {
    return this.items(`/modules/${segment(module)}/observations`, {
      environment,
    });
  }

  /** The observations of every environment, then each change. */
  async *watchObservations(
    module: string,
    options: StreamOptions,
  ): AsyncGenerator<Observation> {
    const path = `/modules/${segment(module)}/observations/stream`;
    for await (const { event, data } of this.transport.events(path, options)) {
      if (event === 'observation') yield data as Observation;
    }
  }

  getAlerts(module: string, environment: string): Promise<Alerts> {
    return this.transport.json(`/modules/${segment(module)}/alerts`, {
      query: { environment },
    });
  }

  async *readLogs(
    module: string,
    query: LogQuery,
    options: StreamOptions,
  ): AsyncGenerator<LogEvent> {
    const events = this.transport.events(`/modules/${segment(module)}/logs`, {
      query: { ...query },
      signal: options.signal,
    });
    for await (const { event, data } of events) {
      if (event === 'line') yield { type: 'line', line: data as LogLine };
      if (event === 'notice') {
        const { message } = data as { message: string };
        yield { type: 'notice', message };
      }
      if (event === 'end') {
        yield { type: 'end' };
        return;
      }
    }
  }

  makePlan(module: string, request: PlanRequest): Promise<Plan> {
    return this.transport.json(`/modules/${segment(module)}/plans`, {
      body: request,
    });
  }

  getPlan(hash: string): Promise<Plan> {
    return this.transport.json(`/plans/${segment(hash)}`);
  }

  /** Rejects with `ConflictError` when the world has moved since the plan. */
  deploy(request: DeployRequest): Promise<Deployment> {
    return this.transport.json('/deployments', { body: request });
  }

  getDeployment(id: string): Promise<Deployment> {
    return this.transport.json(`/deployments/${segment(id)}`);
  }

  /** Events after a cursor; ends after a terminal state. */
  async *watchDeployment(
    id: string,
    options: StreamOptions & { after?: number },
  ): AsyncGenerator<DeploymentEvent> {
    const events = this.transport.events(`/deployments/${segment(id)}/stream`, {
      query: { after: options.after },
      signal: options.signal,
    });
    for await (const { event, data } of events) {
      if (event === 'deployment') yield data as DeploymentEvent;
    }
  }

  cancelDeployment(id: string): Promise<Deployment> {
    return this.transport.json(`/deployments/${segment(id)}/cancel`, {
      body: {},
    });
  }

  /** Newest first. */
  async listDeployments(
    module: string,
    query: { environment?: string; limit?: number } = {},
  ): Promise<Deployment[]> {
    return this.items(`/modules/${segment(module)}/deployments`, query);
  }

  scale(module: string, request: ScaleRequest): Promise<Deployment> {
    return this.transport.json(`/modules/${segment(module)}/scale`, {
      body: request,
    });
  }

  restart(module: string, environment: string): Promise<Deployment> {
    return this.transport.json(`/modules/${segment(module)}/restart`, {
      body: { environment },
    });
  }

  private async items<T>(
    path: string,
    query?: Record<string, string | number | undefined>,
  ): Promise<T[]> {
    const { items } = await this.transport.json<{ items: T[] }>(path, {
      query,
    });
    return items;
  }
}

const segment = encodeURIComponent;
