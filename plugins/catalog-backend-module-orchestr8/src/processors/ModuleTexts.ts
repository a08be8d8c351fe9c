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
   * the last round. Of a file that is far too large its beginning is enough to
   * say so.
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
      const bytes = await buffer();
      const text = bytes.toString('utf8');
      // Text that is none would not be the same once it is stored as text.
      if (!etag || !Buffer.from(text).equals(bytes)) return bytes;
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
  const end = MODULE_LIMITS.fileBytes;
  const chunks: Buffer[] = [];
  for await (const chunk of createReadStream(path, { end })) chunks.push(chunk);
  const bytes = Buffer.concat(chunks);
  return bytes.length > end ? bytes.toString('utf8') : bytes;
}
