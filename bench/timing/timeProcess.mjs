import { spawnSync } from 'node:child_process';

// Bash reads the resource usage of its children from the kernel; Node tells only its own.
const SCRIPT = `TIMEFORMAT='%R %U %S'
{ time "$@" >/dev/null 2>&3; } 3>&1 2>&4`;

/**
 * Runs a program from its start to its end.
 *
 * @param {string} command
 * @param {string[]} args
 * @param {{ ok?: number[], env?: NodeJS.ProcessEnv, cwd?: string }} options
 *   exit codes that count as done; default 0
 * @returns {{ wallMs: number, cpuMs: number }} `cpuMs`: user and system, of all its processes
 */
export function timeProcess(command, args, options = {}) {
  const { ok = [0], env = process.env, cwd } = options;
  const ran = spawnSync('bash', ['-c', SCRIPT, 'bash', command, ...args], {
    env,
    cwd,
    stdio: ['ignore', 'pipe', 'inherit', 'ignore', 'pipe'],
    encoding: 'utf8',
    maxBuffer: 64 * 1024 * 1024,
  });
  if (!ok.includes(ran.status)) {
    const said = ran.stdout.slice(-2_000);
    throw new Error(`${command} ended with ${ran.status}:\n${said}`);
  }
  const [wall, user, system] = ran.output[4].trim().split(' ').map(Number);
  return { wallMs: wall * 1000, cpuMs: (user + system) * 1000 };
}

/**
 * Runs several programs in turn, so that what else the machine does falls on all of them alike.
 *
 * @param {Record<string, () => { wallMs: number, cpuMs: number }>} subjects
 * @param {number} rounds measured ones; one more goes before them
 * @returns {Record<string, { wallMs: number[], cpuMs: number[] }>} sorted
 */
export function alternate(subjects, rounds) {
  const found = Object.fromEntries(
    Object.keys(subjects).map(name => [name, { wallMs: [], cpuMs: [] }]),
  );
  for (let round = -1; round < rounds; round++) {
    for (const [name, run] of Object.entries(subjects)) {
      const { wallMs, cpuMs } = run();
      if (round < 0) continue;
      found[name].wallMs.push(wallMs);
      found[name].cpuMs.push(cpuMs);
    }
  }
  for (const { wallMs, cpuMs } of Object.values(found)) {
    wallMs.sort((a, b) => a - b);
    cpuMs.sort((a, b) => a - b);
  }
  return found;
}

/** The middle of sorted figures. */
export const median = figures => figures[Math.floor(figures.length / 2)];
