export { healthOf } from './health/healthOf';
export { worstHealth } from './health/worstHealth';
export type { ClusterObservation, ObservedModule } from './ObserveOptions';
export { observeModule } from './observeModule';
export { SharedWatches } from './SharedWatches';
export { watchObservation } from './watchObservation';
export type { LogEntry, LogQuery } from './logs/LogQuery';
export { matcherOf } from './logs/matcherOf';
export { streamLogs } from './logs/streamLogs';
