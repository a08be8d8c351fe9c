export { checkDependency, type DependencyFacts } from './checkDependency';
export { chooseVersion } from './chooseVersion';
export type { VersionChoice, VersionDemand } from './chooseVersion';
export * from './DependencyGraph';
export * from './DependencyIndex';
export * from './dependencyTree';
export * from './drawTree';
