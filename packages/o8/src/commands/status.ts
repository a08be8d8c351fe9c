import {
  ObjectDrift,
  Observation,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { isLocal } from '../local/localEnvironment';
import { contextFlag, kubeconfigFlag, LocalFlags } from '../local/localFlags';
import { statusLocally } from '../local/statusLocally';
import { drawStatus, StatusEntry } from '../output/drawStatus';
import { Verb } from '../program';
import { findEnvironment } from '../session/chooseEnvironment';
import { readOn } from '../session/readOn';
import { Session } from '../session/Session';

interface Flags extends LocalFlags {
  environment?: string;
  watch: boolean;
}

/** `o8 module status`. */
export const status: Verb = (module, run) =>
  module
    .command('status')
    .description('version, health, pods, alerts, drift and last deployment')
    .argument('<name>', 'module of the catalog')
    .option('--environment <name>', 'only one environment')
    .addOption(kubeconfigFlag())
    .addOption(contextFlag())
    .option('-w, --watch', 'print again whenever something changes', false)
    .action(
      run(async (session, name: string, flags: Flags) => {
        session.printer.check();
        if (isLocal(flags)) {
          await statusLocally(session, name, flags);
          return;
        }
        const portal = await session.portal();
        const path = await portal.listEnvironments();
        const environment = flags.environment
          ? findEnvironment(path, flags.environment).name
          : undefined;
        if (flags.watch) {
          await watch(session, portal, { name, environment });
          return;
        }
        const observations = await portal.listObservations(name, environment);
        const entries = await Promise.all(
          observations.map(async observation => ({
            ...(await withAlerts(portal, observation)),
            drift: await driftOf(portal, observation),
          })),
        );
        const now = session.terminal.now();
        await session.printer.data(entries, style =>
          drawStatus(entries, style, { now }),
        );
      }),
    );

async function watch(
  session: Session,
  portal: Orchestr8Client,
  options: { name: string; environment?: string },
): Promise<void> {
  const { terminal, printer } = session;
  const { name, environment } = options;
  const { signal } = terminal;
  const stream = readOn(
    session,
    () => portal.watchObservations(name, { signal }),
    { signal },
  );
  for await (const observation of stream) {
    if (environment && observation.environment !== environment) continue;
    const entry = await withAlerts(portal, observation);
    const now = terminal.now();
    await printer.item(entry, style => drawStatus([entry], style, { now }));
  }
}

/** It reads every object, so that it is looked up once and not watched. */
async function driftOf(
  portal: Orchestr8Client,
  { module, environment, deployed, unavailable }: Observation,
): Promise<ObjectDrift[] | undefined> {
  return deployed && !unavailable
    ? portal.listDrift(module, environment)
    : undefined;
}

/** Alerts are asked only where something runs. */
async function withAlerts(
  portal: Orchestr8Client,
  observation: Observation,
): Promise<StatusEntry> {
  if (!observation.deployed) return { ...observation, alerts: undefined };
  const { module, environment } = observation;
  return {
    ...observation,
    alerts: await portal.getAlerts(module, environment),
  };
}
