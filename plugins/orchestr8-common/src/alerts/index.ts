export * from './AlertProblem';
export * from './compileAlert';
export { DEFAULT_SIGNAL_METRICS, type SignalMetrics } from './signals';
export { type ConditionOperator } from './parseCondition';
