/**
 * Requests for approval with what people answered, and who approved which
 * deployment. Times that decide are milliseconds by the database's own clock.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('o8_approval_requests', table => {
    table.comment('Somebody asks that a plan be approved');
    table.increments('position').comment('Order of asking');
    table.string('id', 36).notNullable().unique();
    table.string('plan', 80).notNullable();
    table.string('module', 63).notNullable();
    table.string('environment', 63).notNullable();
    table.string('requested_by', 255).notNullable();
    table.bigInteger('requested_at').notNullable();
    table.bigInteger('expires_at').notNullable();
    table.text('comment').nullable();
    table
      .string('ended', 16)
      .nullable()
      .comment('rejected, used, void or expired; null: it can be answered');
    table.text('ended_because').nullable().comment('Words of who ended it');
    table.string('ended_by', 255).nullable();
    table.bigInteger('ended_at').nullable();
    table
      .string('deployment', 36)
      .nullable()
      .unique()
      .comment('The one deployment that used it');
    table.unique(['plan'], {
      indexName: 'o8_approval_requests_open',
      predicate: knex.whereNull('ended'),
    });
    table.index(['module', 'environment'], 'o8_approval_requests_module_idx');
    table.index(['plan'], 'o8_approval_requests_plan_idx');
  });

  await knex.schema.createTable('o8_approvals', table => {
    table.comment('The yes of a person; one per person and request');
    table
      .string('request', 36)
      .notNullable()
      .references('id')
      .inTable('o8_approval_requests')
      .onDelete('CASCADE');
    table.string('by', 255).notNullable();
    table.bigInteger('at').notNullable();
    table.text('comment').nullable();
    table.primary(['request', 'by']);
  });

  await knex.schema.alterTable('o8_deployments', table => {
    table
      .text('approved_by')
      .nullable()
      .comment('Who approved the plan, as JSON');
    table
      .boolean('requester_known')
      .notNullable()
      .defaultTo(false)
      .comment('The catalog knew the person who asked');
    table.string('rolls_back', 36).nullable().comment('Id of a deployment');
    table
      .text('rolled_back_to')
      .nullable()
      .comment('Release and version that run again, as JSON');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.alterTable('o8_deployments', table => {
    table.dropColumns(
      'approved_by',
      'requester_known',
      'rolls_back',
      'rolled_back_to',
    );
  });
  await knex.schema.dropTable('o8_approvals');
  await knex.schema.dropTable('o8_approval_requests');
};
