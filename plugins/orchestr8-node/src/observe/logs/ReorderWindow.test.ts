import { ReorderWindow } from './ReorderWindow';

const at = (second: number, text = `${second}`) => ({
  time: `2026-01-01T10:00:${String(second).padStart(2, '0')}Z`,
  pod: 'p',
  container: 'c',
  text,
});

describe('ReorderWindow', () => {
  it('puts lines of several streams in the order of time', () => {
    const window = new ReorderWindow({ windowMs: 100, capacity: 10 });
    window.push(at(2), 0);
    window.push(at(1), 50);
    expect(window.take(99)).toEqual([]);
    expect(window.take(100).map(l => l.text)).toEqual(['1', '2']);
    expect(window.empty).toBe(true);
  });

  it('holds what is newer until its own time has come', () => {
    const window = new ReorderWindow({ windowMs: 100, capacity: 10 });
    window.push(at(1), 0);
    window.push(at(2), 90);
    expect(window.take(100).map(l => l.text)).toEqual(['1']);
    expect(window.take(190).map(l => l.text)).toEqual(['2']);
  });

  it('keeps lines of one instant as they came', () => {
    const window = new ReorderWindow({ windowMs: 0, capacity: 10 });
    window.push(at(1, 'first'), 0);
    window.push(at(1, 'second'), 0);
    expect(window.take(0).map(l => l.text)).toEqual(['first', 'second']);
  });

  it('drops and counts what it cannot hold', () => {
    const window = new ReorderWindow({ windowMs: 0, capacity: 2 });
    for (let i = 0; i < 5; i++) window.push(at(i), 0);
    expect(window.take(0)).toHaveLength(2);
    expect(window.dropped()).toBe(3);
    expect(window.dropped()).toBe(0);
  });
});
