/**
 * Orchestr8 in the search: modules are found by what they are.
 *
 * @packageDocumentation
 */
export { searchModuleOrchestr8 as default } from './searchModuleOrchestr8';
export { moduleDocument } from './moduleDocument';
