/**
 * What depends on parts of Backstage that are not settled yet.
 *
 * @packageDocumentation
 */
export { orchestr8ModelLayer } from './model/modelLayer';
