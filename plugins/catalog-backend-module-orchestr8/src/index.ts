/**
 * Orchestr8 in the catalog: `o8-module.yaml` files become entities of kind
 * Module and Component, module templates become Templates of the wizard.
 *
 * @packageDocumentation
 */
export { catalogModuleOrchestr8 as default } from './module';
