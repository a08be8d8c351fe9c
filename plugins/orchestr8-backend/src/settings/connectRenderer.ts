import {
  Renderer,
  RendererProcess,
  RenderError,
} from '@orchestr8/backstage-plugin-orchestr8-node';

/** The renderer behind the configured command; without one, every use says what to configure. */
export function connectRenderer(command: string | undefined): Renderer {
  if (command) {
    return new RendererProcess({ command });
  }
  const refuse = async (): Promise<never> => {
    throw new RenderError(
      'No renderer is configured: set orchestr8.renderer.command, or O8_RENDERER, to its path.',
      { kind: 'unavailable' },
    );
  };
  return { render: refuse, judge: refuse, close: async () => {} };
}
