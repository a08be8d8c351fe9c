import { RenderError } from './Renderer';

/** What the renderer answers when it cannot. `file` is a path inside the chart. */
export interface RendererFault {
  message: string;
  kind: string;
  file?: string;
  line?: number;
  column?: number;
}

/** The error for a fault of the renderer's answer. */
export function renderErrorOf(fault: RendererFault): RenderError {
  const { message, kind, file, line, column } = fault;
  switch (kind) {
    case 'chart':
    case 'values':
    case 'limit':
      return new RenderError(message, { kind, file, line, column });
    case 'usage': // what was given is not a chart, or not a pod
      return new RenderError(message, { kind: 'chart' });
    default: // the renderer is newer than we are
      return new RenderError(message, { kind: 'unavailable' });
  }
}
