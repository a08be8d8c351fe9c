import { main } from '../main';
import { FakePortal } from './FakePortal';
import { FakeTerminal } from './FakeTerminal';

/** Runs one command line against a fake portal and terminal. */
export async function runO8(
  line: string,
  options: { portal?: FakePortal; terminal?: FakeTerminal } = {},
): Promise<{ code: number; out: string; err: string; portal: FakePortal }> {
  const portal = options.portal ?? new FakePortal();
  const terminal =
    options.terminal ??
    new FakeTerminal({ env: { O8_URL: 'http://portal', O8_TOKEN: 't0ken' } });
  const code = await main(line.split(' '), { terminal, fetch: portal.fetch });
  return { code, out: terminal.out, err: terminal.err, portal };
}

/** The environment of a terminal that is signed in. */
export const SIGNED_IN = { O8_URL: 'http://portal', O8_TOKEN: 't0ken' };
