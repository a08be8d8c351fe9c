import { ApiError } from './ApiError';
import { Orchestr8Client } from './Orchestr8Client';

const encoder = new TextEncoder();

/** A portal that answers with what it is given, and remembers what it was asked. */
function portal(answer: (url: URL, init?: RequestInit) => Response) {
  const asked: { url: URL; init?: RequestInit }[] = [];
  const client = new Orchestr8Client({
    baseUrl: async () => 'http://portal/api/orchestr8',
    fetch: async (input, init) => {
      const url = new URL(String(input));
      asked.push({ url, init });
      return answer(url, init);
    },
  });
  return { client, asked };
}

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), { status });

/** A stream that sends its bytes in the given pieces. */
function stream(pieces: Uint8Array[], onCancel?: () => void) {
  let next = 0;
  return new Response(
    new ReadableStream({
      pull: controller => {
        if (next < pieces.length) controller.enqueue(pieces[next++]);
        else if (!onCancel) controller.close();
      },
      cancel: onCancel,
    }),
  );
}

const bytesOf = (text: string, size: number) => {
  const all = encoder.encode(text);
  const pieces: Uint8Array[] = [];
  for (let at = 0; at < all.length; at += size) {
    pieces.push(all.slice(at, at + size));
  }
  return pieces;
};

const signal = new AbortController().signal;

describe('Orchestr8Client', () => {
  it('has names that no path can be broken out of', async () => {
    const { client, asked } = portal(() => json({ items: [] }));
    await client.listDeployments('../x?y', { environment: 'dev', limit: 5 });
    expect(asked[0].url.href).toBe(
      'http://portal/api/orchestr8/v1/modules/..%2Fx%3Fy/deployments?environment=dev&limit=5',
    );
  });

  it('sends bodies as JSON', async () => {
    const { client, asked } = portal(() => json({ id: '1' }));
    await client.scale('orders', { environment: 'dev', replicas: 3 });
    expect(asked[0].init).toMatchObject({
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: '{"environment":"dev","replicas":3}',
    });
  });

  it('rejects with the problem document of the portal', async () => {
    const problem = {
      type: 'about:blank',
      title: 'The world has moved',
      status: 409,
      name: 'ConflictError',
      detail: 'The plan is out of date.',
      hint: 'Plan again.',
    };
    const { client } = portal(() => json(problem, 409));
    const error = await client.deploy({ plan: 'sha256:x' }).catch(e => e);
    expect(error).toBeInstanceOf(ApiError);
    expect(error).toMatchObject({
      name: 'ConflictError',
      message: 'The plan is out of date.',
      problem,
    });
  });

  it.each<[string, Response, object]>([
    [
      "Backstage's own form",
      json({ error: { name: 'NotAllowedError', message: 'No.' } }, 403),
      { name: 'NotAllowedError', message: 'No.' },
    ],
    [
      'a page of a proxy',
      new Response('<html>', { status: 503, statusText: 'Busy' }),
      {
        name: 'ServiceUnavailableError',
        message: 'The portal answered 503 Busy',
      },
    ],
    ['null', json(null, 404), { name: 'NotFoundError' }],
  ])('understands an error in %s', async (_, response, expected) => {
    const { client } = portal(() => response);
    await expect(client.listModules()).rejects.toMatchObject(expected);
  });

  it('says so when the portal cannot be reached', async () => {
    const { client } = portal(() => {
      throw new TypeError('fetch failed', {
        cause: new Error('connect ECONNREFUSED'),
      });
    });
    await expect(client.listModules()).rejects.toMatchObject({
      name: 'ServiceUnavailableError',
      message:
        'The portal at http://portal cannot be reached: connect ECONNREFUSED',
      problem: { status: 503 },
    });
  });

  it.each([1, 2, 3, 7, 1_000])(
    'reads events that come in pieces of %i bytes',
    async size => {
      const text = [1, 2]
        .map(
          sequence =>
            `: keep alive\n\nid: ${sequence}\nevent: deployment\ndata: {"sequence":${sequence},\ndata: "at":"–ü"}\n\n`,
        )
        .join('');
      const { client, asked } = portal(() => stream(bytesOf(text, size)));
      const seen: unknown[] = [];
      for await (const event of client.watchDeployment('d', {
        signal,
        after: 4,
      })) {
        seen.push(event);
      }
      expect(seen).toEqual([
        { sequence: 1, at: '–ü' },
        { sequence: 2, at: '–ü' },
      ]);
      expect(asked[0].url.search).toBe('?after=4');
    },
  );

  it('tells lines that came together one by one, the last with the cursor, and how many are missing', async () => {
    const { client } = portal(() =>
      stream(
        bytesOf(
          [
            'id: c1\nevent: lines\ndata: [{"text":"a"},{"text":"b"}]\n\n',
            'event: notice\ndata: {"message":"3 are missing","dropped":3}\n\n',
            'event: end\ndata: {}\n\n',
          ].join(''),
          5,
        ),
      ),
    );
    const seen: unknown[] = [];
    for await (const event of client.readLogs(
      'orders',
      { environment: 'dev' },
      { signal },
    )) {
      seen.push(event);
    }
    expect(seen).toEqual([
      { type: 'line', line: { text: 'a' } },
      { type: 'line', line: { text: 'b' }, cursor: 'c1' },
      { type: 'notice', message: '3 are missing', dropped: 3 },
      { type: 'end' },
    ]);
  });

  it('lets go of the connection when the reader stops', async () => {
    let cancelled = false;
    const { client } = portal(() =>
      stream(bytesOf('event: lines\ndata: [{"text":"a"}]\n\n', 1_000), () => {
        cancelled = true;
      }),
    );
    for await (const event of client.readLogs(
      'orders',
      { environment: 'dev', follow: true },
      { signal },
    )) {
      expect(event).toEqual({ type: 'line', line: { text: 'a' } });
      break;
    }
    expect(cancelled).toBe(true);
  });

  it('ends quietly when it is aborted, and loudly when the connection breaks', async () => {
    const controller = new AbortController();
    const broken = () =>
      new Response(
        new ReadableStream({
          pull: stop => stop.error(new TypeError('terminated')),
        }),
      );
    const { client } = portal(broken);
    const read = async (given: AbortSignal) => {
      for await (const _ of client.watchObservations('a', { signal: given })) {
        throw new Error('nothing was sent');
      }
    };
    await expect(read(controller.signal)).rejects.toThrow('terminated');
    controller.abort();
    await expect(read(controller.signal)).resolves.toBeUndefined();
  });
});
