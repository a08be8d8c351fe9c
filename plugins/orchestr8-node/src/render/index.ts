export * from './Renderer';
export { RendererProcess } from './RendererProcess';
export type { RendererProcessOptions } from './RendererProcess';
export { RENDER_PROBLEM_CODES } from './renderProblem';
