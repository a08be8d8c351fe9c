/**
 * What works without a portal. Everything heavy (schemas, the engine, its
 * vendors) is behind this one door, which is opened only by verbs that need it.
 */
export { readModuleFolder } from '@orchestr8/backstage-plugin-orchestr8-node';
export { readFolder } from './readFolder';
export { linkSchemas } from './linkSchemas';
export { schemaOf } from './schemaOf';
export { writeSchemas } from './writeSchemas';
export { validateOffline } from './validateOffline';
export { localTemplates } from './localTemplates';
export { specificationErrors } from './specificationErrors';
export { writeModule } from './writeModule';
export { findRenderer } from './findRenderer';
