export * from './Renderer';
export { findRenderer, missingRenderer } from './findRenderer';
export type { RendererSearch } from './findRenderer';
export { RendererProcess } from './RendererProcess';
export type { RendererProcessOptions } from './RendererProcess';
export { RENDER_PROBLEM_CODES } from './renderProblem';
