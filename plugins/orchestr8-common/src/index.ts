/**
 * The language of Orchestr8: modules, environments, plans and what is observed.
 *
 * @packageDocumentation
 */
export * from './module';
export * from './alerts';
export * from './quantity';
export * from './deployment';
export * from './api';
export * from './permissions';
export * from './environment';
export * from './promotion';
export * from './dependencies';
export * from './template';
