import {
  ModuleFiles,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Engine } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Environments } from './Environments';

/** All problems of a module's files. */
export class Validation {
  private readonly engine: Pick<Engine, 'validate'>;
  private readonly environments: Environments;
  private readonly reserved: readonly string[];

  constructor(options: {
    engine: Pick<Engine, 'validate'>;
    environments: Environments;
    reserved: readonly string[];
  }) {
    this.engine = options.engine;
    this.environments = options.environments;
    this.reserved = options.reserved;
  }

  validate(
    files: ModuleFiles,
    options: { environment?: string; render: boolean },
  ): Promise<Problem[]> {
    return this.engine.validate(files, {
      ...options,
      environments: this.environments.items,
      reserved: this.reserved,
    });
  }
}
