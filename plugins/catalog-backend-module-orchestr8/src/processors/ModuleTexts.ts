import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  CatalogProcessorCache,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import {
  MODULE_FILE,
  MODULE_LIMITS,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { createReadStream } from 'fs';
import { glob, hasMagic } from 'glob';

const CACHE_KEY = 'text';
/** One more than is read: enough to see that a file is too large. */
const MOST_BYTES = MODULE_LIMITS.yamlBytes + 1;

/** A text with the mark by which its host can say "unchanged". */
type CachedText = { etag: string; text: string };

/** The texts of `o8-module.yaml` files on this machine and behind URLs. */
export class ModuleTexts {
  constructor(private readonly reader: UrlReaderService) {}

  /** Whether a location is of module files at all. */
  accepts({ type, target }: LocationSpec): boolean {
    if (type !== 'file' && type !== 'url') return false;
    return new RegExp(`(^|[/\\\\])${MODULE_FILE}([?#].*)?$`).test(target);
  }

  isPattern({ type, target }: LocationSpec): boolean {
    return type === 'file' ? hasMagic(target) : /\*/.test(target);
  }

  /** The locations of single files that a pattern stands for, in order. */
  async expand({ type, target }: LocationSpec): Promise<LocationSpec[]> {
    const targets =
      type === 'file'
        ? await glob(target, { windowsPathsNoEscape: true })
        : (await this.reader.search(target)).files.map(({ url }) => url);
    return [...new Set(targets)]
      .sort()
      .map(found => ({ type, target: found, presence: 'required' }));
  }

  /**
   * The bytes of one file, or its text; of a URL only when it has changed since
   * the last round. Of a file that is too large its beginning is enough to say
   * so, and nothing more of it is kept.
   *
   * @throws as the file system or the URL reader does
   */
  async read(
    { type, target }: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<string | Uint8Array> {
    if (type === 'file') return readStart(target);
    const cached = await cache.get<CachedText>(CACHE_KEY);
    try {
      const { buffer, etag } = await this.reader.readUrl(target, {
        ...(cached ? { etag: cached.etag } : {}),
      });
      const content = withinLimit(await buffer());
      const text = content.toString();
      // Text that is none would not be the same once it is stored as text.
      const isText = Buffer.from(text).equals(Buffer.from(content));
      if (!etag || !isText) return content;
      await cache.set<CachedText>(CACHE_KEY, { etag, text });
      return text;
    } catch (error) {
      if ((error as Error).name !== 'NotModifiedError' || !cached) throw error;
      await cache.set<CachedText>(CACHE_KEY, cached);
      return cached.text;
    }
  }
}

async function readStart(path: string): Promise<string | Uint8Array> {
  const chunks: Buffer[] = [];
  const start = createReadStream(path, { end: MOST_BYTES - 1 });
  for await (const chunk of start) chunks.push(chunk);
  return withinLimit(Buffer.concat(chunks));
}

/** The bytes as they are; of those that are too many the first ones, as text. */
function withinLimit(bytes: Buffer): string | Buffer {
  return bytes.length < MOST_BYTES
    ? bytes
    : bytes.toString('utf8', 0, MOST_BYTES);
}
