export * from './ModuleSourceError';
export * from './readModuleAt';
export * from './readModuleAtUrl';
export * from './readModuleFolder';
export * from './releaseDigest';
