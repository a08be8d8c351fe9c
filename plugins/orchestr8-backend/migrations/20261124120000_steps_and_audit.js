/**
 * The steps of every run of a deployment, also of runs that broke off, and who
 * asked for what and was let or refused. Times that people see are ISO 8601 text.
 *
 * @param {import('knex').Knex} knex
 */
exports.up = async function up(knex) {
  await knex.schema.createTable('o8_steps', table => {
    table.comment('Steps of deployments as they occurred, run by run');
    table
      .string('deployment', 36)
      .notNullable()
      .references('id')
      .inTable('o8_deployments')
      .onDelete('CASCADE');
    table
      .bigInteger('epoch')
      .notNullable()
      .comment('Of the claim that the run had on its target');
    table.integer('position').notNullable().comment('Order in the run');
    table.text('step', 'longtext').notNullable().comment('Step, as JSON');
    table.primary(['deployment', 'epoch', 'position']);
  });
  await knex.schema.createTable('o8_audit', table => {
    table.comment('Every request that changes something or was refused');
    table.increments('sequence').comment('Order of asking');
    table.bigInteger('at').notNullable().comment('By the database clock');
    table.string('who', 255).nullable().comment('null: not signed in');
    table.string('event', 64).notNullable().comment('As the auditor names it');
    table.string('request', 1024).notNullable().comment('Method and path');
    table.string('module', 63).nullable();
    table.string('environment', 63).nullable();
    table.text('details').notNullable().comment('What else it is about, JSON');
    table
      .string('decision', 16)
      .nullable()
      .comment('allowed or refused; null: it did not come to one');
    table.text('reason').nullable().comment('What the decision rests on');
    table
      .string('outcome', 16)
      .notNullable()
      .comment('begun, succeeded, failed or refused');
    table.text('message').nullable().comment('Why it failed, in words');
    table.index(['module', 'environment'], 'o8_audit_target_idx');
    table.index(['at'], 'o8_audit_at_idx');
  });
};

/** @param {import('knex').Knex} knex */
exports.down = async function down(knex) {
  await knex.schema.dropTable('o8_audit');
  await knex.schema.dropTable('o8_steps');
};
