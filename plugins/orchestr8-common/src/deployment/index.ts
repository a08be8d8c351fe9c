export * from './Release';
export * from './ObjectRef';
export * from './Plan';
export * from './PolicyException';
export * from './Deployment';
export * from './Approval';
export * from './Observation';
export * from './Environment';
