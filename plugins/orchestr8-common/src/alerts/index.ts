export * from './AlertProblem';
export { conditionDoubt } from './conditionDoubt';
export { compileAlert, type AlertScope } from './compileAlert';
export * from './compileAlertRules';
export { DEFAULT_SIGNAL_METRICS, type SignalMetrics } from './signals';
export { type ConditionOperator } from './parseCondition';
