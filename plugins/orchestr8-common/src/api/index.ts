export * from './contract';
export * from './ApiError';
export * from './ApiTransport';
export * from './streamEvents';
export type { LogEvent, LogQuery, StreamOptions } from './ModuleClient';
export { ModuleClient } from './ModuleClient';
export * from './Orchestr8Client';
