import { LoggerService } from '@backstage/backend-plugin-api';
import { MetricsService } from '@backstage/backend-plugin-api/alpha';
import { SyncResult } from './ModuleSourceProvider';

/** Paths that one line of the log names. */
const MOST_PATHS = 5;

/**
 * Says whether a source of modules can be read: once in the log when that
 * changes, and all the time as the gauges `orchestr8.catalog.source.readable`
 * (1 or 0), `.modules` and `.unreadable_files`.
 */
export class SourceHealth {
  private said?: string;
  private readonly readable;
  private readonly modules;
  private readonly unreadable;

  constructor(
    private readonly options: {
      source: { id: string; description: string };
      logger: LoggerService;
      metrics: MetricsService;
    },
  ) {
    const gauge = (name: string, description: string) =>
      options.metrics.createGauge(`orchestr8.catalog.source.${name}`, {
        description,
      });
    this.readable = gauge(
      'readable',
      'Whether a source of modules can be read',
    );
    this.modules = gauge('modules', 'Modules that a source brings');
    this.unreadable = gauge(
      'unreadable_files',
      'Files and folders of a source that cannot be read and keep their modules',
    );
  }

  /** The source answered, with or without holes. */
  good({ modules, unreadable }: SyncResult): void {
    this.readable.record(1, this.attributes());
    this.modules.record(modules, this.attributes());
    this.unreadable.record(unreadable.size, this.attributes());
    if (unreadable.size === 0) {
      if (this.said) {
        this.options.logger.info(
          `${this.named()} can be read again; ${modules} modules.`,
        );
      }
      this.said = undefined;
      return;
    }
    const paths = [...unreadable]
      .slice(0, MOST_PATHS)
      .map(([path, reason]) => `"${path}" (${reason})`);
    this.warn(
      `${unreadable.size} places in ${
        this.options.source.description
      } cannot be read; their modules stay as they are: ${paths.join(', ')}`,
    );
  }

  /** The source did not answer. */
  bad(error: Error): void {
    this.readable.record(0, this.attributes());
    this.warn(
      `${this.named()} cannot be brought into the catalog, which keeps what it has: ${
        error.message
      }`,
    );
  }

  private warn(message: string) {
    if (message !== this.said) this.options.logger.warn(message);
    this.said = message;
  }

  private named(): string {
    const { description } = this.options.source;
    return (
      description.charAt(0).toLocaleUpperCase('en-US') + description.slice(1)
    );
  }

  private attributes() {
    return { source: this.options.source.id };
  }
}
