export * from './Problem';
export * from './ModuleFiles';
export * from './Module';
