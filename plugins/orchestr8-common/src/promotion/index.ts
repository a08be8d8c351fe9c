export * from './evaluateGates';
export * from './mayAnswer';
