/**
 * Orchestr8 in the wizard: actions that make a module of a template and publish
 * it to the portal's own modules.
 *
 * @packageDocumentation
 */
export { scaffolderModuleOrchestr8 as default } from './module';
