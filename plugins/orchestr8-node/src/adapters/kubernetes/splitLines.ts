/**
 * Bytes as lines of text, without the line ends. A line longer than
 * `longest` characters is cut there and marked, so that one runaway line
 * cannot fill the memory.
 */
export async function* splitLines(
  chunks: AsyncIterable<Uint8Array>,
  options: { longest?: number } = {},
): AsyncGenerator<string> {
  const { longest = Infinity } = options;
  const decoder = new TextDecoder();
  let pending: string[] = [];
  let length = 0;
  let cut = false;

  const add = (text: string) => {
    if (cut || !text) return;
    const room = longest - length;
    pending.push(text.length > room ? `${text.slice(0, room)}…` : text);
    cut = text.length > room;
    length += text.length;
  };
  const take = () => {
    const line = pending.join('');
    pending = [];
    length = 0;
    cut = false;
    return line.endsWith('\r') ? line.slice(0, -1) : line;
  };

  for await (const chunk of chunks) {
    const text = decoder.decode(chunk, { stream: true });
    let from = 0;
    let end = text.indexOf('\n');
    while (end >= 0) {
      add(text.slice(from, end));
      yield take();
      from = end + 1;
      end = text.indexOf('\n', from);
    }
    add(text.slice(from));
  }
  add(decoder.decode());
  if (length > 0) yield take();
}
