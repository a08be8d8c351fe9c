import { readdirSync, readFileSync, readlinkSync } from 'node:fs';
import net from 'node:net';
import os from 'node:os';

import { Friendly } from './Friendly.mjs';

const NEEDED = 3 * 2 ** 30;

/** The control plane takes about 0.8 GB, the portal 0.5, and a build up to 1.5. */
export function assertMemory() {
  const available = availableMemory();
  if (available < NEEDED) {
    throw new Friendly(
      `Only ${(available / 2 ** 30).toFixed(
        1,
      )} GB of memory are available, and 3 GB are needed: close something and start again.`,
    );
  }
}

function availableMemory() {
  try {
    const match = /^MemAvailable:\s+(\d+) kB/m.exec(
      readFileSync('/proc/meminfo', 'utf8'),
    );
    if (match) return Number(match[1]) * 1024;
  } catch {
    // no /proc: what Node knows must do
  }
  return os.freemem();
}

/** `option` is what to change when the port is somebody else's. */
export async function assertPortFree(port, option) {
  if (await isFree(port)) return;
  const holder = holderOf(port);
  throw new Friendly(
    `Port ${port} is in use${
      holder ? ` by ${holder}` : ''
    }. End that program, or choose another port with "npm start -- ${option} N".`,
  );
}

export function isFree(port) {
  return new Promise(resolve => {
    const server = net.createServer();
    server.once('error', () => resolve(false));
    server.listen(port, '127.0.0.1', () => server.close(() => resolve(true)));
  });
}

/** The first number from `from` on after which `count` ports are free. */
export async function freePorts(from, count) {
  for (let base = from; base < from + 2000; base += count) {
    const free = await Promise.all(
      Array.from({ length: count }, (_, index) => isFree(base + index)),
    );
    if (free.every(Boolean)) return base;
  }
  throw new Friendly(
    `No ${count} free ports in a row were found from ${from} on.`,
  );
}

/** "node (process 4711)", where the kernel tells. */
function holderOf(port) {
  try {
    const hex = port.toString(16).toUpperCase().padStart(4, '0');
    const sockets = ['/proc/net/tcp', '/proc/net/tcp6'].flatMap(file =>
      readFileSync(file, 'utf8')
        .split('\n')
        .map(line => line.trim().split(/\s+/))
        .filter(field => field[1]?.endsWith(`:${hex}`) && field[3] === '0A')
        .map(field => `socket:[${field[9]}]`),
    );
    for (const pid of readdirSync('/proc').filter(name => /^\d+$/.test(name))) {
      if (holdsOneOf(pid, sockets))
        return `${readFileSync(
          `/proc/${pid}/comm`,
          'utf8',
        ).trim()} (process ${pid})`;
    }
  } catch {
    // not ours to see
  }
  return undefined;
}

function holdsOneOf(pid, sockets) {
  try {
    return readdirSync(`/proc/${pid}/fd`).some(fd => {
      try {
        return sockets.includes(readlinkSync(`/proc/${pid}/fd/${fd}`));
      } catch {
        return false;
      }
    });
  } catch {
    return false;
  }
}
