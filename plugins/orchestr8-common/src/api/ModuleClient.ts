import {
  Alerts,
  Environment,
  LogLine,
  ObjectDrift,
  Observation,
} from '../deployment';
import { EncodedModuleFiles, Problem } from '../module';
import { ApiConnection, ApiTransport, Query } from './ApiTransport';
import {
  DependencyTree,
  ModuleSummary,
  ReleaseResult,
  ReleaseUpload,
  RenderTemplateRequest,
  TemplateSummary,
  ValidateRequest,
} from './contract';

/** What to read of a module's logs. @public */
export interface LogQuery {
  environment: string;
  /** The newest lines of all pods together; 100, or all where `since` is given. */
  tail?: number;
  /** RFC 3339 time; only lines from then on. */
  since?: string;
  /** Only this pod. */
  pod?: string;
  container?: string;
  /** The container instance before the last restart. */
  previous?: boolean;
  /** Keep reading as lines are written. */
  follow?: boolean;
  /** Only lines that match this regular expression (RE2). */
  grep?: string;
  /** The newest cursor that was read; all lines that were written after it follow. */
  after?: string;
}

/**
 * What a log stream carries: lines, and words about the stream itself. Of lines
 * that came together the last bears the cursor.
 *
 * @public
 */
export type LogEvent =
  | { type: 'line'; line: LogLine; cursor?: string }
  | {
      type: 'notice';
      message: string;
      /** Lines that are missing at this point. */
      dropped?: number;
    }
  | { type: 'end' };

/** A stream stops when the signal is aborted. @public */
export interface StreamOptions {
  signal: AbortSignal;
}

/**
 * What the portal tells of modules, and takes in of them. Use it as part of
 * {@link Orchestr8Client}.
 *
 * @public
 */
export class ModuleClient {
  protected readonly transport: ApiTransport;

  constructor(connection: ApiConnection) {
    this.transport = new ApiTransport(connection);
  }

  async listEnvironments(): Promise<Environment[]> {
    return this.items('/environments');
  }

  async listModules(): Promise<ModuleSummary[]> {
    return this.items('/modules');
  }

  /** Every module as it stands, then each that changes; `gone` is one that the catalog lost. */
  async *watchModules(
    options: StreamOptions,
  ): AsyncGenerator<ModuleSummary | { gone: string }> {
    const events = this.transport.events('/modules/stream', options);
    for await (const { event, data } of events) {
      if (event === 'module') yield data as ModuleSummary;
      if (event === 'gone') yield { gone: (data as { name: string }).name };
    }
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

  /** What of a deployment is not as it was deployed, looked up now; empty when nothing is. */
  async listDrift(module: string, environment: string): Promise<ObjectDrift[]> {
    return this.items(`/modules/${segment(module)}/drift`, { environment });
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
    for await (const { event, id, data } of events) {
      if (event === 'lines') {
        const lines = data as LogLine[];
        for (const [at, line] of lines.entries()) {
          const isLast = at === lines.length - 1;
          yield { type: 'line', line, ...(isLast && id ? { cursor: id } : {}) };
        }
      }
      if (event === 'notice') {
        yield {
          type: 'notice',
          ...(data as { message: string; dropped?: number }),
        };
      }
      if (event === 'end') {
        yield { type: 'end' };
        return;
      }
    }
  }

  protected async items<T>(path: string, query?: Query): Promise<T[]> {
    const { items } = await this.transport.json<{ items: T[] }>(path, {
      query,
    });
    return items;
  }
}

/** One segment of a path that no name can break out of. */
export const segment = encodeURIComponent;
