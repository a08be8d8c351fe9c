import { execFile } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { HOSTILE_TEXTS } from './__fixtures__/hostileTexts';
import type { HostileReading } from './__testUtils__/readHostile';

const run = promisify(execFile);
/** Far more than any takes; what it guards against takes minutes. */
const KILL_AFTER_MS = 20_000;
/** More than a process holds that has read the example. */
const MAX_MEMORY_KIB = 200 * 1024;
/** What the language promises of what is too large: here for all that reads it, one after the other. */
const MAX_CPU_MS = 1_000;
/** Of what is read in full, four times; what this guards against takes minutes. */
const MAX_CPU_MS_READ = 4 * 5_000;
/** Too large to be looked at, and as large as is read. */
const [LARGE, FULL] = [10 * 1024 * 1024, 255 * 1024];
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
        expect(memory).toBeLessThan(MAX_MEMORY_KIB);
        expect(found.cpuMs).toBeLessThan(
          bytes === LARGE ? MAX_CPU_MS : MAX_CPU_MS_READ,
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
