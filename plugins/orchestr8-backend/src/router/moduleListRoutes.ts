import { modulePermissions } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Router } from 'express';
import { Caller } from '../services/Access';
import { CatalogModule } from '../services/CatalogModules';
import { Services } from '../services/Services';
import { openEventStream } from './eventStream';

/** What a reader may see is asked again after this time, milliseconds. */
const RECHECK_MS = 60_000;

/** Routes of all modules that the caller may read. */
export function moduleListRoutes(router: Router, services: Services): void {
  const { access, catalog, feed, summaries } = services;

  const readable = async (caller: Caller): Promise<CatalogModule[]> => {
    const visible = await catalog.visible(caller);
    const names = await access.readable(
      caller,
      modulePermissions.read,
      visible.map(({ name }) => name),
    );
    return visible.filter(({ name }) => names.has(name));
  };

  router.get('/v1/modules', async (req, res) => {
    const modules = await readable(await access.caller(req));
    res.json({
      items: await Promise.all(modules.map(module => summaries.of(module))),
    });
  });

  router.get('/v1/modules/stream', async (req, res) => {
    const caller = await access.caller(req);
    const allowed = new Set<string>();
    for (const { name } of await readable(caller)) {
      allowed.add(name);
    }
    let askedAt = performance.now();
    const stream = openEventStream(res);
    const cursor = req.query.after ?? req.header('last-event-id');
    const after = cursor === undefined ? undefined : String(cursor);
    try {
      const changes = feed.follow({ after, signal: stream.signal });
      for await (const { entries: news, isAll } of changes) {
        if (isAll) {
          await stream.send({ event: 'reset', data: {} });
        }
        const unknown = news.some(
          ({ name, summary }) => summary && !allowed.has(name),
        );
        if (unknown || performance.now() - askedAt > RECHECK_MS) {
          const modules = await readable(caller);
          askedAt = performance.now();
          const lost = new Set(allowed);
          const told = new Set(news.map(({ name }) => name));
          for (const module of modules) {
            if (!lost.delete(module.name)) {
              allowed.add(module.name);
              if (!told.has(module.name)) {
                const data = await summaries.of(module);
                await stream.send({ event: 'module', data });
              }
            }
          }
          for (const name of lost) {
            allowed.delete(name);
            await stream.send({ event: 'gone', data: { name } });
          }
        }
        for (const { name, summary, cursor: id } of news) {
          if (!allowed.has(name)) continue;
          if (summary) {
            await stream.send({ event: 'module', id, data: summary });
          } else {
            allowed.delete(name);
            await stream.send({ event: 'gone', id, data: { name } });
          }
        }
      }
    } finally {
      stream.end();
    }
  });
}
