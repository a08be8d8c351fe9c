import { statSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  canonicalEnvironment,
  encodeModuleFiles,
  Environment,
  MODULE_FILE,
  ModuleFiles,
  Orchestr8Client,
  Problem,
  sortProblems,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { CommandError, EXIT } from '../exit';
import { LOCAL } from '../local/localEnvironment';
import { withoutPortal } from '../portal/findTemplates';
import { findEnvironment } from './chooseEnvironment';
import { Session } from './Session';

/** The engine, opened once for all folders: each opening takes the names of all that is in it. */
let opened: Promise<typeof import('../offline')> | undefined;
const offline = () => (opened ??= import('../offline'));

/** How deep to look. */
export interface ValidateFlags {
  environment?: string;
  /** Also render, with the portal's environments where there is a portal. */
  render: boolean;
}

/**
 * All problems of a folder, sorted: those of its files as they stand on the disk,
 * and those of the module. The portal knows the real environments; without one
 * the module is checked as far as this machine can, and how far that was is said.
 */
export async function validateFolder(
  session: Session,
  folder: string,
  flags: ValidateFlags,
): Promise<Problem[]> {
  const path = resolve(session.terminal.cwd, folder);
  if (!isFolder(path)) {
    throw new CommandError(`There is no folder "${folder}".`, {
      exitCode: EXIT.usage,
      hint: 'Name the folder of a module; "o8 module init" makes a new one.',
    });
  }
  const { readFolder } = await offline();
  const { files, problems } = await readFolder(path);
  // Without its specification there is nothing more to look at.
  if (problems.some(({ file }) => file === MODULE_FILE)) return problems;
  const environment =
    flags.environment && canonicalEnvironment(flags.environment);
  const found = flags.render
    ? await rendered(session, files, { environment })
    : await asWritten(files, { environment });
  return problems.length > 0 ? sortProblems([...problems, ...found]) : found;
}

async function rendered(
  session: Session,
  files: ModuleFiles,
  options: { environment?: string },
): Promise<Problem[]> {
  // The portal does not know it.
  if (options.environment === LOCAL) return here(session, files, options);
  let portal: Orchestr8Client;
  let path: Environment[];
  try {
    portal = await session.portal();
    path = await portal.listEnvironments();
  } catch (error) {
    if (!withoutPortal(error)) throw error;
    session.printer.detail(`Without the portal: ${error.message}`);
    return here(session, files, options);
  }
  const { environment } = options;
  if (environment) findEnvironment(path, environment);
  return portal.validate({
    files: encodeModuleFiles(files),
    environment,
    render: true,
  });
}

async function here(
  session: Session,
  files: ModuleFiles,
  options: { environment?: string },
): Promise<Problem[]> {
  const { validateOffline, findRenderer } = await offline();
  const renderer = await findRenderer(session.terminal.env);
  const found = await validateOffline(files, { ...options, renderer });
  session.printer.say(
    found.rendered
      ? 'Checked on this machine: language, charts and policy gate.'
      : 'Checked on this machine: the language only; neither a portal nor a renderer is here, so charts were not rendered.',
  );
  return found.problems;
}

async function asWritten(
  files: ModuleFiles,
  options: { environment?: string },
): Promise<Problem[]> {
  const { validateOffline } = await offline();
  return (await validateOffline(files, options)).problems;
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    return false;
  }
}
