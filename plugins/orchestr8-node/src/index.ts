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
export { createEngine } from './Engine';
export { dependenciesIn } from './engine/resolveFor';
export { observeDrift } from './engine/observeDrift';
export { driftOf } from './plan/drift/driftOf';
export type { EngineSettings } from './engine/EngineSettings';
export { POLICY_RULES } from './policy/gate';
export { POLICY_PROBLEM_CODES } from './engine/problemsOfFindings';
