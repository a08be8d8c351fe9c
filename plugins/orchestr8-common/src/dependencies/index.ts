export * from './checkDependency';
export * from './DependencyGraph';
export * from './dependencyTree';
export * from './drawTree';
