// A process of its own: lets the processor of locations read files on this
// machine and behind URLs, and says of each what came of it and what it cost.
import { LoggerService, UrlReaderService } from '@backstage/backend-plugin-api';
import {
  CatalogProcessorCache,
  CatalogProcessorResult,
} from '@backstage/plugin-catalog-node';
import { readFile } from 'fs/promises';
import { takeReading } from '../entities/carriedProblems';
import { ModuleLocationProcessor } from '../processors/ModuleLocationProcessor';
import { ModuleTexts } from '../processors/ModuleTexts';

/** What a process of this file prints; memory is the most that it ever held. */
export interface HostileProcessing {
  /** The first of the files, which costs what loading the program costs. */
  warmUp: Reading[];
  warmRssKib: number;
  hostile: Reading[];
  maxRssKib: number;
}

interface Reading {
  location: string;
  /** Codes of the problems on the entity. */
  codes: string[];
  cpuMs: number;
  /** What the catalog would store beside the entity. */
  storedBytes: number;
}

/** A host that says when a file is unchanged; its URLs end in the path. */
const reader = {
  readUrl: async (url: string) => ({
    buffer: () => readFile(new URL(url).pathname),
    etag: 'one',
  }),
} as unknown as UrlReaderService;
const processor = new ModuleLocationProcessor({
  texts: new ModuleTexts(reader),
  logger: { warn() {} } as unknown as LoggerService,
  reserved: [],
});

async function read(type: string, target: string): Promise<Reading> {
  const stored = new Map<string, unknown>();
  const cache = {
    get: async (key: string) => stored.get(key),
    set: async (key: string, value: unknown) => void stored.set(key, value),
  } as unknown as CatalogProcessorCache;
  const emitted: CatalogProcessorResult[] = [];
  const before = process.cpuUsage();
  await processor.readLocation(
    { type, target },
    false,
    result => emitted.push(result),
    async function* nothing() {},
    cache,
  );
  const { user, system } = process.cpuUsage(before);
  const problems = emitted.flatMap(result =>
    result.type === 'entity' ? takeReading(result.entity).reading.problems : [],
  );
  return {
    location: `${type} ${target}`,
    codes: [...new Set(problems.map(({ code }) => code))],
    cpuMs: (user + system) / 1000,
    storedBytes: JSON.stringify([...stored]).length,
  };
}

async function main([warmUp, ...files]: string[]) {
  const readBoth = async (file: string) => [
    await read('file', file),
    await read('url', `https://git.example.com${file}`),
  ];
  const warm = await readBoth(warmUp);
  const warmRssKib = process.resourceUsage().maxRSS;
  const hostile: Reading[] = [];
  for (const file of files) hostile.push(...(await readBoth(file)));
  const { maxRSS: maxRssKib } = process.resourceUsage();
  process.stdout.write(
    JSON.stringify({ warmUp: warm, warmRssKib, hostile, maxRssKib }),
  );
}

main(process.argv.slice(2));
