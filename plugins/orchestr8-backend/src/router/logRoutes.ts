import { modulePermissions } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Router } from 'express';
import { LogRequest } from '../services/Logs';
import { Services } from '../services/Services';
import { openEventStream } from './eventStream';

/** How often a reader that follows must still be allowed to, milliseconds. */
const RECHECK_MS = 60_000;
/** Lines that are told to who asks for no number and says not from when on. */
const TAIL = 100;

/** The log stream of a module. */
export function logRoutes(router: Router, services: Services): void {
  const { access, catalog, environments } = services;

  router.get('/v1/modules/:module/logs', async (req, res) => {
    const caller = await access.caller(req);
    const module = await catalog.get(req.params.module, caller);
    const demand = () =>
      access.demand(caller, modulePermissions.logsRead, module.name);
    await demand();
    const environment = environments.get(String(req.query.environment));
    const since = optional(req.query.since);
    const stop = new AbortController();
    const gone = new AbortController();
    const request: LogRequest = {
      tail: tailOf(req.query.tail, since),
      since,
      pod: optional(req.query.pod),
      container: optional(req.query.container),
      grep: optional(req.query.grep),
      // A reader whose connection broke comes back with the cursor in either form.
      after: optional(req.query.after ?? req.header('last-event-id')),
      previous: isSet(req.query.previous),
      follow: isSet(req.query.follow),
      signal: AbortSignal.any([gone.signal, stop.signal]),
    };
    const events = services.logs.read(module.name, environment, request);
    await services.logs.demandSource(module.name, environment, request);
    const stream = openEventStream(res);
    stream.signal.addEventListener('abort', () => gone.abort());
    const recheck = setInterval(() => {
      demand().catch(() => stop.abort('The permission was taken back.'));
    }, RECHECK_MS);
    try {
      for await (const entry of events) {
        await stream.send(
          entry.type === 'lines'
            ? { event: 'lines', id: entry.cursor, data: entry.lines }
            : {
                event: 'notice',
                data: { message: entry.message, dropped: entry.dropped },
              },
        );
      }
      if (stop.signal.aborted) {
        await stream.send({
          event: 'notice',
          data: { message: stop.signal.reason },
        });
      }
      await stream.send({ event: 'end', data: {} });
    } finally {
      clearInterval(recheck);
      stream.end();
    }
  });
}

function tailOf(value: unknown, since?: string): number | undefined {
  if (value !== undefined) return Number(value);
  return since === undefined ? TAIL : undefined;
}

function optional(value: unknown): string | undefined {
  return value === undefined || value === '' ? undefined : String(value);
}

function isSet(value: unknown): boolean {
  return value === true || value === 'true';
}
