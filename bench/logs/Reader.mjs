import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { get } from 'node:http';

/** How the numbered lines of each side look; groups: pod, time stamp, number. */
const SHAPES = {
  kubectl: /^()(\S+) \{"seq":(\d+)/gm,
  stern: /^(\S+) \S+ (\S+) \{"seq":(\d+)/gm,
  ours: /"time":"([^"]+)","pod":"([^"]+)","container":"[^"]*","text":"\{\\"seq\\":(\d+)/g,
};
const DROPPED = /"dropped":(\d+)/g;

/** Reads numbered lines as they come: which, when, and how long after they were written. */
export class Reader {
  /** Pod → number → milliseconds from the line's stamp to its arrival. */
  lags = new Map();
  /** Pod → highest number. */
  last = new Map();
  /** Lines told to be missing. */
  dropped = 0;
  lines = 0;
  /** Milliseconds of processor time that reading has taken on this side. */
  cpuMs;
  firstAt;
  lastAt;
  #side;
  #rest = '';
  #stop;
  #source;

  constructor(side) {
    this.#side = side;
  }

  /** `kubectl`, `stern`: standard output of a process. */
  static ofProcess(side, command, args) {
    const reader = new Reader(side);
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'ignore'] });
    child.stdout.setEncoding('utf8');
    child.stdout.on('data', chunk => reader.#take(chunk, '\n'));
    reader.#source = child.stdout;
    reader.cpuMs = async () => cpuMsOf(child.pid);
    reader.#stop = async () => {
      child.kill();
      if (child.exitCode === null) await once(child, 'close');
    };
    return reader;
  }

  /** Server-sent events. */
  static ofEndpoint(port, query) {
    const reader = new Reader('ours');
    const search = new URLSearchParams({ environment: 'bench', ...query });
    const asked = get(
      `http://127.0.0.1:${port}/v1/modules/talkative/logs?${search}`,
      { agent: false },
      answer => {
        answer.setEncoding('utf8');
        answer.on('data', chunk => reader.#take(chunk, '\n\n'));
        answer.on('error', () => {});
        reader.#source = answer;
      },
    );
    asked.on('error', () => {});
    reader.#stop = async () => asked.destroy();
    return reader;
  }

  /** Takes nothing more, or goes on. */
  pause() {
    this.#source.pause();
  }

  resume() {
    this.#source.resume();
  }

  /** Lines that are missing between the first and the last of each pod, told or not, and lines that came twice. */
  get faults() {
    let missing = 0;
    let seen = 0;
    for (const [pod, of] of this.lags) {
      const first = [...of.keys()].reduce((a, b) => Math.min(a, b));
      missing += this.last.get(pod) - first + 1 - of.size;
      seen += of.size;
    }
    return { missing, twice: this.lines - seen };
  }

  /** Counts anew from here on; answers the faults so far. */
  restart() {
    const { faults } = this;
    this.lags.clear();
    this.last.clear();
    this.lines = 0;
    return faults;
  }

  async stop() {
    await this.#stop();
  }

  #take(chunk, end) {
    const now = performance.timeOrigin + performance.now();
    const text = this.#rest + chunk;
    const until = text.lastIndexOf(end) + end.length;
    if (until < end.length) {
      this.#rest = text;
      return;
    }
    this.#rest = text.slice(until);
    const whole = text.slice(0, until);
    for (const groups of whole.matchAll(SHAPES[this.#side])) {
      this.#note(groups, now);
    }
    if (this.#side !== 'ours') return;
    for (const [, count] of whole.matchAll(DROPPED)) {
      this.dropped += Number(count);
    }
  }

  #note([, first, second, number], now) {
    const isOurs = this.#side === 'ours';
    const [pod, stamp] = isOurs ? [second, first] : [first, second];
    let lags = this.lags.get(pod);
    if (!lags) this.lags.set(pod, (lags = new Map()));
    this.lines += 1;
    this.firstAt ??= now;
    this.lastAt = now;
    const count = Number(number);
    lags.set(count, now - millisecondsOf(stamp));
    if (!(this.last.get(pod) >= count)) this.last.set(pod, count);
  }
}

/** Of a process, as the kernel tells it in hundredths of a second. */
function cpuMsOf(pid) {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const [user, system] = stat.slice(stat.lastIndexOf(')')).split(' ').slice(12);
  return (Number(user) + Number(system)) * 10;
}

let second = { text: '', at: 0 };

/** Since 1970, with a fraction. */
function millisecondsOf(stamp) {
  const text = stamp.slice(0, 19);
  if (second.text !== text) {
    // stern writes in the zone of the machine.
    const zone = /(?:Z|[+-]\d\d:\d\d)$/.exec(stamp)?.[0] ?? 'Z';
    second = { text, at: Date.parse(`${text}${zone}`) };
  }
  const fraction = /^\.(\d+)/.exec(stamp.slice(19))?.[1] ?? '0';
  return second.at + Number(`0.${fraction}`) * 1000;
}
