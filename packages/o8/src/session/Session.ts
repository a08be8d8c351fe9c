import { Orchestr8Client } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Printer } from '../output/Printer';
import { PortalSignIn } from '../portal/portalClient';
import { Terminal } from './Terminal';

/** What every verb gets: the terminal, the way out, and the portal when it asks for it. */
export interface Session {
  readonly terminal: Terminal;
  readonly printer: Printer;
  /** Loaded and signed in when first asked for: offline verbs never pay for it. */
  portal(): Promise<Orchestr8Client>;
  /** The portal at a sign-in that is not stored yet. */
  portalAt(signIn: PortalSignIn): Promise<Orchestr8Client>;
}

/** What a program is made of; tests give their own. */
export interface World {
  terminal: Terminal;
  fetch: typeof fetch;
}

/** A session for one run of one verb. */
export function createSession(
  world: World,
  flags: { output: string; color: boolean; verbose: boolean },
): Session {
  const { terminal } = world;
  const printer = new Printer(terminal, {
    format: flags.output,
    colour: flags.color && terminal.colour,
    verbose: flags.verbose,
  });
  const portalAt = async (signIn: PortalSignIn) => {
    const { portalClient } = await import('../portal/portalClient');
    return portalClient(signIn, { fetch: world.fetch });
  };
  let portal: Promise<Orchestr8Client> | undefined;
  const connect = async () => {
    const { findSignIn } = await import('../portal/signIn');
    const signIn = await findSignIn(terminal.env);
    printer.detail(`Portal ${signIn.url} (from ${signIn.from}).`);
    return portalAt(signIn);
  };
  return {
    terminal,
    printer,
    portalAt,
    portal: () => (portal ??= connect()),
  };
}
