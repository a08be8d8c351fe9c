import { LogBuffer, LogItem } from './LogBuffer';

const item = (text: string): LogItem => ({
  kind: 'line',
  line: {
    time: '2026-11-20T10:00:00Z',
    pod: 'shop-1',
    container: 'app',
    text,
  },
});
const gap: LogItem = { kind: 'gap', message: '3 lines were dropped' };
const texts = (buffer: LogBuffer) =>
  buffer.entries.map(entry =>
    entry.kind === 'line' ? entry.line.text : entry.message,
  );

describe('LogBuffer', () => {
  it('keeps the last lines and counts what it dropped', () => {
    const buffer = new LogBuffer(2);
    buffer.add(['a', 'b', 'c'].map(item));
    expect(texts(buffer)).toEqual(['b', 'c']);
    expect(buffer.dropped).toBe(1);
    expect(buffer.entries[0].id).toBe(1);
  });

  it('keeps lines that say the same at the same instant', () => {
    const buffer = new LogBuffer(10);
    buffer.add([item('a'), item('a')]);
    buffer.add([item('a')]);
    expect(texts(buffer)).toEqual(['a', 'a', 'a']);
  });

  it('keeps words about missing lines in their place', () => {
    const buffer = new LogBuffer(10);
    buffer.add([item('a'), gap, item('b')]);
    expect(texts(buffer)).toEqual(['a', '3 lines were dropped', 'b']);
  });

  it('gives the same array as long as nothing changed', () => {
    const buffer = new LogBuffer(10);
    buffer.add([item('a')]);
    const before = buffer.entries;
    buffer.add([]);
    expect(buffer.entries).toBe(before);
  });
});
