import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import {
  HOSTILE_BOUNDS,
  HOSTILE_TEXTS,
  MY_SERVICE,
} from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import type { HostileValidation } from './__testUtils__/validateHostile';

const run = promisify(execFile);
const { large: BYTES, full: FULL } = HOSTILE_BOUNDS;

const SPECIFICATION = 'o8-module.yaml';
const OVERLAY = 'environments/dev.yaml';
const CASES: [name: string, file: string, bytes: number][] = [
  ['brackets in brackets', SPECIFICATION, BYTES],
  ['an alias bomb', SPECIFICATION, BYTES],
  ['anchors without end', SPECIFICATION, BYTES],
  ['one key again and again', SPECIFICATION, BYTES],
  ['one text without end', SPECIFICATION, BYTES],
  ['an alias bomb', OVERLAY, BYTES],
  ['one key again and again', OVERLAY, BYTES],
  ['aliases that contain themselves', SPECIFICATION, FULL],
  ['one key again and again', SPECIFICATION, FULL],
  ['many documents', OVERLAY, FULL],
];

describe('what hostile files cost the command line', () => {
  let folder: string;
  let found: HostileValidation;

  const write = async (path: string, text: string) => {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  };

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'o8-hostile-'));
    const program = join(folder, 'validateHostile.cjs');
    await run(process.execPath, [
      require.resolve('esbuild/bin/esbuild'),
      join(__dirname, '__testUtils__/validateHostile.ts'),
      `--outfile=${program}`,
      '--bundle',
      '--platform=node',
      '--target=node22',
      '--main-fields=module,main',
      '--log-level=error',
    ]);
    await write(`sound/${SPECIFICATION}`, MY_SERVICE);
    for (const [number, [name, file, bytes]] of CASES.entries()) {
      await write(`${number}/${SPECIFICATION}`, MY_SERVICE);
      await write(`${number}/${file}`, HOSTILE_TEXTS[name](bytes));
    }
    const folders = ['sound', ...CASES.keys()].map(it => join(folder, `${it}`));
    const { stdout } = await run(process.execPath, [program, ...folders], {
      env: { ...process.env, NODE_OPTIONS: '--no-warnings' },
    });
    found = JSON.parse(stdout);
  }, 120_000);

  afterAll(() => rm(folder, { recursive: true }));

  it('reads a sound file', () => {
    expect(found.warmUp.codes).not.toContainEqual(
      expect.stringMatching(/^O800/),
    );
  });

  it.each(CASES.map((it, number) => [...it, number] as const))(
    'refuses %s in %s of %d bytes',
    (_name, _file, bytes, number) => {
      const { exit, codes, cpuMs } = found.hostile[number];
      expect(exit).toBe(3);
      expect(codes).toContainEqual(expect.stringMatching(/^O800/));
      expect(cpuMs).toBeLessThan(
        bytes === BYTES ? HOSTILE_BOUNDS.largeCpuMs : HOSTILE_BOUNDS.fullCpuMs,
      );
    },
  );

  it('holds no more memory for all of them than is allowed for one', () => {
    expect(found.maxRssKib - found.warmRssKib).toBeLessThan(
      HOSTILE_BOUNDS.memoryKib,
    );
  });
});
