import { Knex } from 'knex';

/** A scale override in force. */
export interface ScaleOverride {
  replicas: number;
  /** Entity reference. */
  setBy: string;
  /** ISO 8601. */
  setAt: string;
}

/** Scale overrides by module and environment; they outlive deployments. */
export class DatabaseOverrides {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  async set(
    module: string,
    environment: string,
    override: ScaleOverride,
  ): Promise<void> {
    const values = {
      replicas: override.replicas,
      set_by: override.setBy,
      set_at: override.setAt,
    };
    await this.knex('o8_overrides')
      .insert({ module, environment, ...values })
      .onConflict(['module', 'environment'])
      .merge(values);
  }

  async find(
    module: string,
    environment: string,
  ): Promise<ScaleOverride | undefined> {
    const row = await this.knex('o8_overrides')
      .where({ module, environment })
      .first();
    return (
      row && {
        replicas: row.replicas,
        setBy: row.set_by,
        setAt: row.set_at,
      }
    );
  }
}
