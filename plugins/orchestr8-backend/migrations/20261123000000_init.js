/**
 * Releases, plans, deployments with their events, targets and scale overrides.
 *
 * Times that people see are ISO 8601 text; times that leases depend on are
 * milliseconds by the database's own clock.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('o8_releases', table => {
    table.comment('The immutable content of one module at one version');
    table.string('digest', 80).primary();
    table.string('module', 63).notNullable();
    table.string('version', 255).notNullable();
    table.text('source').notNullable();
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
    table.index(['module', 'version'], 'o8_releases_version_idx');
  });

  await knex.schema.createTable('o8_release_files', table => {
    table.comment('The files of a release, path by path');
    table
      .string('release', 80)
      .notNullable()
      .references('digest')
      .inTable('o8_releases')
      .onDelete('CASCADE');
    table.string('path', 1024).notNullable();
    table.binary('content').notNullable();
    table.primary(['release', 'path']);
  });

  await knex.schema.createTable('o8_plans', table => {
    table.comment('A plan with the very bytes that it shows');
    table.string('hash', 80).primary();
    table.string('module', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.text('plan', 'longtext').notNullable().comment('Plan, as JSON');
    table
      .text('manifests', 'longtext')
      .notNullable()
      .comment('Manifests to apply, as JSON');
    table
      .text('terms')
      .notNullable()
      .comment('What else went into the plan, as JSON, to make it again');
    table.string('created_at', 32).notNullable();
    table.string('created_by', 255).notNullable();
  });

  await knex.schema.createTable('o8_targets', table => {
    table.comment('One row per module and environment: who may write there');
    table.string('module', 63).notNullable();
    table.string('environment', 63).notNullable();
    table
      .bigInteger('epoch')
      .notNullable()
      .defaultTo(0)
      .comment('Only grows; every claim raises it');
    table.string('current_deployment', 36).nullable();
    table.string('deployed_release', 80).nullable();
    table.string('deployed_version', 255).nullable();
    table.string('deployed_at', 32).nullable();
    table.string('deployed_by', 36).nullable().comment('Id of the deployment');
    table.primary(['module', 'environment']);
  });

  await knex.schema.createTable('o8_deployments', table => {
    table.comment('The carrying out of plans, and the queue of them');
    table.increments('position').comment('Order of the queue');
    table.string('id', 36).notNullable().unique();
    table.string('kind', 16).notNullable();
    table.string('module', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.string('version', 255).notNullable();
    table.string('release', 80).notNullable();
    table.string('cluster', 255).notNullable();
    table.string('namespace', 255).notNullable();
    table.string('plan', 80).notNullable();
    table.string('promoted_from', 63).nullable();
    table.string('state', 16).notNullable();
    table.text('message').notNullable();
    table.text('failure').nullable().comment('DeploymentFailure, as JSON');
    table.text('steps', 'longtext').notNullable().comment('Steps, as JSON');
    table.string('requested_by', 255).notNullable();
    table.string('created_at', 32).notNullable();
    table.string('started_at', 32).nullable();
    table.string('finished_at', 32).nullable();
    table.boolean('cancel_requested').notNullable().defaultTo(false);
    table.bigInteger('epoch').notNullable().defaultTo(0);
    table.string('owner', 64).nullable().comment('Worker that holds the lease');
    table
      .bigInteger('lease_until')
      .nullable()
      .comment('Milliseconds by the database clock');
    table.index(
      ['module', 'environment', 'position'],
      'o8_deployments_target_idx',
    );
    table.index(['state', 'lease_until'], 'o8_deployments_state_idx');
  });

  await knex.schema.createTable('o8_deployment_events', table => {
    table.comment('Every state that a deployment was seen in; the stream');
    table.increments('sequence').comment('The cursor of readers');
    table.string('deployment', 36).notNullable();
    table.string('at', 32).notNullable();
    table
      .text('snapshot', 'longtext')
      .notNullable()
      .comment('Deployment, as JSON');
    table.index(['deployment', 'sequence'], 'o8_deployment_events_idx');
  });

  await knex.schema.createTable('o8_overrides', table => {
    table.comment('Scale overrides in force');
    table.string('module', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.integer('replicas').notNullable();
    table.string('set_by', 255).notNullable();
    table.string('set_at', 32).notNullable();
    table.primary(['module', 'environment']);
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('o8_overrides');
  await knex.schema.dropTable('o8_deployment_events');
  await knex.schema.dropTable('o8_deployments');
  await knex.schema.dropTable('o8_targets');
  await knex.schema.dropTable('o8_plans');
  await knex.schema.dropTable('o8_release_files');
  await knex.schema.dropTable('o8_releases');
};
