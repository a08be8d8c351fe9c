export * from './Renderer';
export { RendererProcess } from './RendererProcess';
export type { RendererProcessOptions } from './RendererProcess';
