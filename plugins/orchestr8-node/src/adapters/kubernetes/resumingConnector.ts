import { TLSSocket } from 'node:tls';
import { buildConnector } from 'undici';

/**
 * Connects as undici does, and goes on with the server's newest TLS session, so that
 * certificates are looked at once and not for each of many connections. Undici itself
 * holds sessions so loosely that the next collection of garbage takes them.
 */
export function resumingConnector(
  options: buildConnector.BuildOptions,
): buildConnector.connector {
  const connect = buildConnector(options);
  const sessions = new Map<string, Buffer>();
  return (server, callback) =>
    connect(server, (...answer) => {
      const [, socket] = answer;
      if (socket instanceof TLSSocket) {
        socket.on('session', session => sessions.set(server.hostname, session));
      }
      callback(...answer);
    });
}
