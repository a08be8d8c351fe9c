import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOSTILE_BOUNDS, HOSTILE_TEXTS } from './__fixtures__/hostileTexts';
import type { HostileReading } from './__testUtils__/readHostile';

const run = promisify(execFile);
/** Far more than any takes; what it guards against takes minutes. */
const KILL_AFTER_MS = 20_000;
const { large: LARGE, full: FULL } = HOSTILE_BOUNDS;
/** As a module, as an overlay that is parsed and then laid, and as a template. */
const READINGS = 4;
const ALL = Object.keys(HOSTILE_TEXTS);
/** All of them, at both sizes, with O8_LONG=1. */
const CASES: [string, number[]][] = process.env.O8_LONG
  ? ALL.map(name => [name, [LARGE, FULL]])
  : [
      ['brackets in brackets', [LARGE, FULL]],
      ['an alias bomb', [LARGE, FULL]],
      ['aliases that contain themselves', [FULL]],
      ['one key again and again', [LARGE, FULL]],
      ['lists in lists on one line', [FULL]],
      ['one text without end', [LARGE]],
      ['one comment without end', [LARGE, FULL]],
      ['many documents', [FULL]],
      ['entries that are empty', [FULL]],
      ['bytes that are no text', [LARGE]],
    ];

/** As an overlay these say nothing, or something that the chart gets. */
const HARMLESS = /comment|spaces|tabs|directives|text/;

describe('what hostile text costs', () => {
  let folder: string;
  let program: string;
  let baseline: HostileReading;

  const read = async (...args: string[]): Promise<HostileReading> => {
    const { stdout } = await run(process.execPath, [program, ...args], {
      timeout: KILL_AFTER_MS,
      killSignal: 'SIGKILL',
    });
    return JSON.parse(stdout);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'o8-hostile-'));
    program = join(folder, 'readHostile.cjs');
    await run(process.execPath, [
      require.resolve('esbuild/bin/esbuild'),
      join(__dirname, '__testUtils__/readHostile.ts'),
      `--outfile=${program}`,
      '--bundle',
      '--platform=node',
      '--target=node22',
      '--main-fields=module,main',
      '--log-level=warning',
    ]);
    baseline = await read();
  }, 60_000);

  afterAll(() => rm(folder, { recursive: true }));

  it.each(CASES)(
    'refuses %s within 200 MB, and ten megabytes of it within a second of work',
    async (name, sizes) => {
      for (const bytes of sizes) {
        const found = await read(name, String(bytes));
        const memory = found.maxRssKib - baseline.maxRssKib;
        expect(memory).toBeLessThan(HOSTILE_BOUNDS.memoryKib);
        expect(found.cpuMs).toBeLessThan(
          bytes === LARGE
            ? HOSTILE_BOUNDS.largeCpuMs
            : READINGS * HOSTILE_BOUNDS.fullCpuMs,
        );
        expect(found.refused).toMatchObject({ module: true, template: true });
        expect(
          found.refused.overlay || (bytes === FULL && HARMLESS.test(name)),
        ).toBe(true);
        expect(found.problems).toBeLessThanOrEqual(201);
      }
    },
    3 * KILL_AFTER_MS,
  );
});
