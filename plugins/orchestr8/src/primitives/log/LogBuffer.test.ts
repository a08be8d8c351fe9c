import { LogLine } from '@orchestr8/backstage-plugin-orchestr8-common';
import { LogBuffer } from './LogBuffer';

const line = (time: string, parts: Partial<LogLine> = {}): LogLine => ({
  time: `2026-11-20T10:00:${time}Z`,
  pod: 'shop-1',
  container: 'app',
  text: `at ${time}`,
  ...parts,
});
const texts = (buffer: LogBuffer) =>
  buffer.entries.map(entry => entry.line.text);

describe('LogBuffer', () => {
  it('keeps the last lines and counts what it dropped', () => {
    const buffer = new LogBuffer(2);
    buffer.add([line('01'), line('02'), line('03')]);
    expect(texts(buffer)).toEqual(['at 02', 'at 03']);
    expect(buffer.dropped).toBe(1);
    expect(buffer.entries[0].id).toBe(1);
  });

  it('leaves out lines that come again after the stream was reopened', () => {
    const buffer = new LogBuffer(10);
    buffer.add([line('01'), line('02')]);
    buffer.add([line('01'), line('02'), line('03')]);
    expect(texts(buffer)).toEqual(['at 01', 'at 02', 'at 03']);
    expect(buffer.dropped).toBe(0);
  });

  it('keeps different lines of the same instant', () => {
    const buffer = new LogBuffer(10);
    buffer.add([line('01', { text: 'a' }), line('01', { text: 'b' })]);
    buffer.add([line('01', { text: 'b' }), line('01', { text: 'c' })]);
    expect(texts(buffer)).toEqual(['a', 'b', 'c']);
  });

  it('lets each container have its own clock', () => {
    const buffer = new LogBuffer(10);
    buffer.add([line('05'), line('04', { pod: 'shop-2', text: 'late pod' })]);
    expect(texts(buffer)).toEqual(['at 05', 'late pod']);
    expect(buffer.latest).toBe('2026-11-20T10:00:05Z');
  });

  it('tells nanoseconds apart although zeros are left out', () => {
    const buffer = new LogBuffer(10);
    buffer.add([line('01.5'), line('01.52'), line('01.500000001')]);
    expect(texts(buffer)).toEqual(['at 01.5', 'at 01.52']);
  });

  it('gives the same array as long as nothing changed', () => {
    const buffer = new LogBuffer(10);
    buffer.add([line('01')]);
    const before = buffer.entries;
    buffer.add([line('01')]);
    expect(buffer.entries).toBe(before);
  });
});
