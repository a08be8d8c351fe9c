/**
 * The backend plugin of Orchestr8.
 *
 * @packageDocumentation
 */
export { orchestr8Plugin as default } from './plugin';
