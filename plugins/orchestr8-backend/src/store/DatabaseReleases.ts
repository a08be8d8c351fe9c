import {
  ModuleFiles,
  Release,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Knex } from 'knex';

/** Files that one statement writes at most; SQLite takes 500. */
const FILES_AT_ONCE = 100;

interface ReleaseRow {
  digest: string;
  module: string;
  version: string;
  source: string;
  created_at: string;
  created_by: string;
}

/** Releases by digest, with their files. A release is never changed and never deleted. */
export class DatabaseReleases {
  private readonly knex: Knex;

  constructor(knex: Knex) {
    this.knex = knex;
  }

  /** Stores the release unless it is known; answers the one that is stored. */
  async save(release: Release, files: ModuleFiles): Promise<Release> {
    const known = await this.find(release.digest);
    if (known) {
      return known;
    }
    const isNew = await this.knex.transaction(async tx => {
      const inserted = await tx<ReleaseRow>('o8_releases')
        .insert({
          digest: release.digest,
          module: release.module,
          version: release.version,
          source: release.source,
          created_at: release.createdAt,
          created_by: release.createdBy,
        })
        .onConflict('digest')
        .ignore()
        .returning('digest');
      const rows = [...files].map(([path, content]) => ({
        release: release.digest,
        path,
        content: Buffer.from(content),
      }));
      for (let from = 0; from < rows.length; from += FILES_AT_ONCE) {
        await tx('o8_release_files')
          .insert(rows.slice(from, from + FILES_AT_ONCE))
          .onConflict(['release', 'path'])
          .ignore();
      }
      return inserted.length > 0;
    });
    // Who was faster made it.
    return (isNew ? undefined : await this.find(release.digest)) ?? release;
  }

  async find(digest: string): Promise<Release | undefined> {
    const row = await this.knex<ReleaseRow>('o8_releases')
      .where({ digest })
      .first();
    return row && fromRow(row);
  }

  /** The files of a release, ordered by path; empty for an unknown digest. */
  async files(digest: string): Promise<ModuleFiles> {
    const rows: { path: string; content: Uint8Array }[] = await this.knex(
      'o8_release_files',
    )
      .where({ release: digest })
      .select('path', 'content');
    rows.sort((a, b) => (a.path < b.path ? -1 : 1));
    return new Map(rows.map(row => [row.path, new Uint8Array(row.content)]));
  }

  /** The versions that were released, by module. */
  async versionsOf(
    modules: readonly string[],
  ): Promise<Map<string, readonly string[]>> {
    if (modules.length === 0) return new Map();
    const rows = await this.knex<ReleaseRow>('o8_releases')
      .whereIn('module', modules)
      .distinct('module', 'version')
      .orderBy(['module', 'version']);
    const versions = new Map<string, string[]>();
    for (const { module, version } of rows) {
      versions.set(module, [...(versions.get(module) ?? []), version]);
    }
    return versions;
  }

  /** All releases of one version, oldest first. */
  async ofVersion(module: string, version: string): Promise<Release[]> {
    const rows = await this.knex<ReleaseRow>('o8_releases')
      .where({ module, version })
      .orderBy('created_at');
    return rows.map(fromRow);
  }
}

function fromRow(row: ReleaseRow): Release {
  return {
    digest: row.digest,
    module: row.module,
    version: row.version,
    source: row.source,
    createdAt: row.created_at,
    createdBy: row.created_by,
  };
}
