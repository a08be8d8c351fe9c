import { createMockDirectory } from '@backstage/backend-test-utils';
import {
  HOSTILE_BOUNDS,
  HOSTILE_TEXTS,
  MY_SERVICE,
} from '@orchestr8/backstage-plugin-orchestr8-common/testing';
import { execFile } from 'child_process';
import { join } from 'path';
import { promisify } from 'util';
import type { HostileProcessing } from './__testUtils__/processHostile';

const run = promisify(execFile);
const { large: BYTES, full: FULL } = HOSTILE_BOUNDS;

/** Ten megabytes each; and as large as is read, where more than the size is looked at. */
const TEXTS: [string, number][] = [
  ['brackets in brackets', BYTES],
  ['an alias bomb', BYTES],
  ['anchors without end', BYTES],
  ['one key again and again', BYTES],
  ['one text without end', BYTES],
  ['bytes that are no text', BYTES],
  ['aliases that contain themselves', FULL],
  ['one key again and again', FULL],
  ['many documents', FULL],
  ['tags without end', FULL],
];

describe('what hostile files cost a catalog', () => {
  const directory = createMockDirectory();
  let found: HostileProcessing;

  beforeAll(async () => {
    directory.setContent({
      'my-service/o8-module.yaml': MY_SERVICE,
      ...Object.fromEntries(
        TEXTS.map(([name, bytes], number) => [
          `hostile-${number}/o8-module.yaml`,
          HOSTILE_TEXTS[name](bytes),
        ]),
      ),
    });
    const folders = TEXTS.map((_, number) => `hostile-${number}`);
    const { stdout } = await run(
      process.execPath,
      [
        '--require',
        require.resolve('@backstage/cli/config/nodeTransform.cjs'),
        join(__dirname, '__testUtils__/processHostile.ts'),
        ...['my-service', ...folders].map(folder =>
          directory.resolve(folder, 'o8-module.yaml'),
        ),
      ],
      { env: { ...process.env, NODE_OPTIONS: '--no-warnings' } },
    );
    found = JSON.parse(stdout);
  }, 120_000);

  it('takes a sound file as it is', () => {
    expect(found.warmUp.map(({ codes }) => codes)).not.toContainEqual(
      expect.arrayContaining([expect.stringMatching(/^O80/)]),
    );
  });

  it.each(TEXTS.map(([name, bytes], number) => [name, bytes, number] as const))(
    'refuses %s of %d bytes on this machine and behind a URL, and keeps none of it',
    (_, bytes, number) => {
      const readings = found.hostile.slice(2 * number, 2 * number + 2);
      for (const { location, codes, cpuMs, storedBytes } of readings) {
        expect(location).toContain(`hostile-${number}/`);
        expect(codes).toEqual([expect.stringMatching(/^O80/)]);
        expect(cpuMs).toBeLessThan(
          bytes === BYTES
            ? HOSTILE_BOUNDS.largeCpuMs
            : HOSTILE_BOUNDS.fullCpuMs,
        );
        expect(storedBytes).toBeLessThan(3 * 256 * 1024);
      }
    },
  );

  it('holds no more memory for all of them than is allowed for one', () => {
    expect(found.maxRssKib - found.warmRssKib).toBeLessThan(
      HOSTILE_BOUNDS.memoryKib,
    );
  });
});
