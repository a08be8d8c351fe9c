export { EnvironmentConfigError } from './ConfigReader';
export * from './parseDuration';
export * from './readEnvironments';
export * from './readPolicy';
export * from './readReservedNames';
