import { once } from 'node:events';
import { createServer, Server } from 'node:http';
import { AddressInfo } from 'node:net';
import { NotAllowedError } from '@backstage/errors';
import express from 'express';
import { openAllowedStream } from './allowedStream';

describe('a stream', () => {
  let server: Server;
  afterEach(() => {
    server.closeAllConnections();
    server.close();
  });

  /** What a reader gets of a stream that goes on for ever, as long as `demand` lets it. */
  const read = async (demand: () => Promise<void>) => {
    const app = express().get('/', async (_, res) => {
      const stream = openAllowedStream(res, demand, { everyMs: 5 });
      await stream.send({ event: 'state', data: 1 });
    });
    server = createServer(app).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    return (await fetch(`http://127.0.0.1:${port}/`)).text();
  };

  it('ends when the reader may not read on, and not before', async () => {
    const answers = ['allowed', 'no answer', 'allowed', 'refused'];
    const asked: (string | undefined)[] = [];
    const text = await read(async () => {
      const answer = answers[asked.length];
      asked.push(answer);
      if (answer === 'no answer') throw new Error('cannot be asked');
      if (answer === 'refused') throw new NotAllowedError('no more');
    });
    expect(text).toContain('event: state');
    expect(asked.slice(0, 4)).toEqual(answers);
  });
});
