export * from './evaluateGates';
