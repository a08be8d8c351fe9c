export * from './parseDuration';
export * from './readEnvironments';
