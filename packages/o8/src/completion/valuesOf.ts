import { readdir, readFile, stat } from 'node:fs/promises';
import { delimiter, join, resolve } from 'node:path';
import {
  canonicalEnvironment,
  MODULE_FILE,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { LOCAL } from '../local/localEnvironment';
import { World } from '../session/Session';
import type { Candidate } from './complete';
import type { Place } from './placeOf';
import type { Source } from './sourceOf';

/** Somebody is typing: milliseconds that the portal has to answer. */
const PATIENCE_MS = 1_000;

/** The values that a source has at a place. Rejects when it cannot be asked; completion is silent about that. */
export async function valuesOf(
  source: Source,
  at: { place: Place; world: World },
): Promise<Candidate[]> {
  const { place, world } = at;
  if (typeof source !== 'string') return source.map(value => ({ value }));
  switch (source) {
    case 'environments':
      return environments(place, world);
    case 'modules':
      return modules(world);
    case 'modules-and-folders':
      return modulesAndFolders(world);
    case 'templates':
      return (await (await portalOf(world)).listTemplates()).map(
        ({ name: value, title: description }) => ({ value, description }),
      );
    case 'plans':
      return plans(world);
    case 'versions':
      return versions(place, world);
    case 'contexts':
      return contexts(place, world);
    case 'folders':
    case 'files':
    case 'nobody':
      return []; // the shell's own, or nobody's
    default:
      throw new Error(`unknown source: ${source satisfies never}`);
  }
}

async function environments(
  { command }: Place,
  world: World,
): Promise<Candidate[]> {
  const worksLocally = command.options.some(
    ({ long }) => long === '--kubeconfig',
  );
  const own = worksLocally
    ? [{ value: LOCAL, description: 'the cluster of a kubeconfig' }]
    : [];
  // Tests work on no other.
  if (command.name() === 'test') return own;
  const path = await portalOf(world)
    .then(portal => portal.listEnvironments())
    .catch(() => []);
  return [
    ...path.map(({ name, cluster }) => ({
      value: name,
      description: `on ${cluster}`,
    })),
    ...own,
  ];
}

async function modules(world: World): Promise<Candidate[]> {
  const known = await (await portalOf(world)).listModules();
  return known.map(({ name, version, team }) => ({
    value: name,
    description: `${version}, ${team}`,
  }));
}

async function modulesAndFolders(world: World): Promise<Candidate[]> {
  const { cwd } = world.terminal;
  // What a shell would have to quote is left to the shell.
  const names = (await readdir(cwd)).filter(name => /^\w[\w.-]*$/.test(name));
  const isModule = (name: string) =>
    stat(join(cwd, name, MODULE_FILE)).then(
      () => true,
      () => false,
    );
  const found = await Promise.all(
    names.map(async name => ((await isModule(name)) ? [name] : [])),
  );
  const folders = found
    .flat()
    .map(value => ({ value, description: 'folder of a module' }));
  // A folder of that name is what a verb takes.
  const others = (await modules(world).catch(() => [])).filter(
    ({ value }) => !folders.some(folder => folder.value === value),
  );
  return [...folders, ...others];
}

async function plans(world: World): Promise<Candidate[]> {
  const portal = await portalOf(world);
  const waiting = await portal.listApprovals({ state: 'waiting' });
  return waiting.map(({ plan, kind, module, version, environment }) => ({
    // Without the algorithm: shells take words apart at a colon.
    value: plan.replace(/^sha256:/, '').slice(0, 12),
    description: `${kind} ${module} ${version} to ${environment}`,
  }));
}

/** What ran in the environment that is named. */
async function versions(
  { words, given }: Place,
  world: World,
): Promise<Candidate[]> {
  const [module] = words;
  const environment = given.get('--environment');
  if (!module || !environment) return [];
  const portal = await portalOf(world);
  const kept = await portal.listReleases(
    module,
    canonicalEnvironment(environment),
  );
  const seen = new Set<string>();
  // The newest first; a version that ran again is offered once.
  return kept.flatMap(({ version: value, deployedAt }) => {
    if (seen.has(value)) return [];
    seen.add(value);
    return [{ value, description: `deployed ${deployedAt}` }];
  });
}

async function contexts(
  { given }: Place,
  { terminal }: World,
): Promise<Candidate[]> {
  const { env, cwd } = terminal;
  const named = given.get('--kubeconfig') ?? env.KUBECONFIG;
  const files = named
    ? named.split(delimiter).filter(Boolean)
    : [join(env.HOME ?? '.', '.kube', 'config')];
  const { parse } = await import('yaml');
  const found = await Promise.all(
    files.map(async file => {
      const text = await readFile(resolve(cwd, file), 'utf8').catch(() => '');
      const { contexts: all = [] } = parse(text) ?? {};
      return all as { name: string }[];
    }),
  );
  return found.flat().map(({ name: value }) => ({ value }));
}

/** The portal, if somebody is signed in to one; it is not waited for. */
async function portalOf({ terminal, fetch }: World): Promise<Orchestr8Client> {
  const { findSignIn } = await import('../portal/signIn');
  const { portalClient } = await import('../portal/portalClient');
  const signal = AbortSignal.timeout(PATIENCE_MS);
  return portalClient(await findSignIn(terminal.env), {
    fetch: (input, init) => fetch(input, { ...init, signal }),
  });
}
