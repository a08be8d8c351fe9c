import {
  DeploymentKind,
  Leave,
  Plan,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { PlannedDeployment } from '@orchestr8/backstage-plugin-orchestr8-node';
import { Knex } from 'knex';

/** What went into a plan besides release and environment: with it, the same plan can be made again. */
export interface PlanTerms {
  kind: DeploymentKind;
  promotedFrom?: string;
  replicas?: number;
  restartedAt?: string;
  /** What the plan may do because somebody who may gave leave. */
  leave?: Leave[];
}

/** A plan as it is stored. */
export interface StoredPlan extends PlannedDeployment {
  terms: PlanTerms;
  createdBy: string;
}

/** Plans by hash. The first plan of a hash stays: equal hash means equal plan. */
export class DatabasePlans {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  async save(stored: StoredPlan): Promise<void> {
    const { plan, manifests, terms, createdBy } = stored;
    const changing = {
      plan: JSON.stringify(plan),
      created_at: plan.createdAt,
    };
    await this.knex('o8_plans')
      .insert({
        hash: plan.hash,
        module: plan.module,
        environment: plan.environment,
        manifests: JSON.stringify(manifests),
        terms: JSON.stringify(terms),
        created_by: createdBy,
        ...changing,
      })
      .onConflict('hash')
      .merge(changing);
  }

  async find(hash: string): Promise<StoredPlan | undefined> {
    const row = await this.knex('o8_plans').where({ hash }).first();
    return (
      row && {
        plan: JSON.parse(row.plan) as Plan,
        manifests: JSON.parse(row.manifests),
        terms: JSON.parse(row.terms),
        createdBy: row.created_by,
      }
    );
  }
}
