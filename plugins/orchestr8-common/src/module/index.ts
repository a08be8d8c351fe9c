export * from './Problem';
export * from './problemCodes';
export * from './problemCodesPage';
export * from './ModuleFiles';
export * from './encodeModuleFiles';
export * from './Module';
export * from './parseModuleText';
export { placeOf, writtenOf } from './moduleSource';
export * from './directory/parseModule';
export { decodeText } from './directory/decodeText';
export { MODULE_LIMITS } from './directory/directoryProblems';
export { pathProblem } from './directory/pathProblem';
export * from './overlay/withEnvironment';
export { type ChartTarget } from './overlay/chartValues';
export { isReservedName } from './rules';
export { hasErrors, sortProblems } from './sortProblems';
export { SCHEMAS, type SchemaName } from './shape/schemas';
export { readContent } from './yaml/readContent';
export {
  readTokens,
  type Beyond,
  type TokenLimits,
  type TokenReading,
} from './yaml/readTokens';
export { countLines } from './yaml/readYaml';
export { type Place, type Position } from './yaml/Located';
