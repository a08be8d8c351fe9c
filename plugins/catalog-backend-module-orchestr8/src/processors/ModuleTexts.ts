import { UrlReaderService } from '@backstage/backend-plugin-api';
import {
  CatalogProcessorCache,
  LocationSpec,
} from '@backstage/plugin-catalog-node';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';
import { readFile } from 'fs/promises';
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
   * The text of one file; of a URL only when it has changed since the last round.
   *
   * @throws as the file system or the URL reader does
   */
  async read(
    { type, target }: LocationSpec,
    cache: CatalogProcessorCache,
  ): Promise<string> {
    if (type === 'file') return (await readFile(target)).toString('utf8');
    const cached = await cache.get<CachedText>(CACHE_KEY);
    try {
      const { buffer, etag } = await this.reader.readUrl(target, {
        ...(cached ? { etag: cached.etag } : {}),
      });
      const text = (await buffer()).toString('utf8');
      if (etag) await cache.set<CachedText>(CACHE_KEY, { etag, text });
      return text;
    } catch (error) {
      if ((error as Error).name !== 'NotModifiedError' || !cached) throw error;
      await cache.set<CachedText>(CACHE_KEY, cached);
      return cached.text;
    }
  }
}
