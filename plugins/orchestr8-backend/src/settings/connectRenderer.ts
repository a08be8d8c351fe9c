import {
  Renderer,
  RendererProcess,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** The renderer behind the configured command, else the one that is found here; where there is none, every use says what to install. */
export function connectRenderer(command: string | undefined): Renderer {
  return new RendererProcess({ command });
}
