import { createParser } from 'eventsource-parser';

/** One server-sent event, its data parsed. @public */
export interface StreamEvent {
  event: string;
  /** The cursor. */
  id?: string;
  data: unknown;
}

/**
 * Reads the server-sent events of an answer until it ends. Cancels the body when
 * the consumer stops early. A native `EventSource` cannot carry the token.
 *
 * @public
 */
export async function* streamEvents(
  response: Response,
): AsyncGenerator<StreamEvent> {
  if (!response.body) return;
  const reader = response.body.getReader();
  const decoder = new TextDecoder();
  const queue: StreamEvent[] = [];
  const parser = createParser({
    onEvent: ({ event, id, data }) =>
      queue.push({ event: event ?? 'message', id, data: JSON.parse(data) }),
  });
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      parser.feed(decoder.decode(value, { stream: true }));
      yield* queue.splice(0);
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}
