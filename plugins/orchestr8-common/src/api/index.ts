export * from './contract';
export * from './ApiError';
export * from './ApiTransport';
export * from './streamEvents';
export * from './Orchestr8Client';
