/**
 * The engine: files → module → manifests → plan → deployment → observation.
 *
 * @packageDocumentation
 */
export * from './EngineTypes';
export * from './adapters';
export * from './source';
export * from './render';
export * from './apply';
export * from './observe';
