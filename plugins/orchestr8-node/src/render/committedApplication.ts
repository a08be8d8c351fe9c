import {
  KubernetesObject,
  ModuleFiles,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { parseManifests } from './parseManifests';
import { positionInText } from './positionInText';
import { renderProblem } from './renderProblem';

/** The file in which a module may keep an Application of its own. */
export const APPLICATION_FILE = 'argocd-app.yaml';

/** What must be the same in both, as it is called in a message. */
const SAME: Record<string, string> = {
  'spec.project': 'project',
  'spec.source.repoURL': 'repository',
  'spec.source.path': 'path',
  'spec.destination.server': 'destination',
  'spec.destination.name': 'destination',
  'spec.destination.namespace': 'namespace of the destination',
};

/**
 * What a committed Application says otherwise than ours, in what decides from
 * where to where Argo CD delivers (language §4). All else of it is not used.
 */
export function committedApplication(
  files: ModuleFiles,
  ours: KubernetesObject,
): Problem[] {
  const bytes = files.get(APPLICATION_FILE);
  if (!bytes) return [];
  const text = new TextDecoder().decode(bytes);
  const { objects, problems } = parseManifests(text, APPLICATION_FILE);
  if (problems.length > 0) return problems;
  const theirs = objects.filter(
    ({ apiVersion, kind }) =>
      kind === ours.kind && apiVersion.startsWith('argoproj.io/'),
  );
  const differ = (message: string, line?: number, column?: number) =>
    renderProblem('O8608', message, { file: APPLICATION_FILE, line, column });
  if (theirs.length !== 1 || objects.length !== 1) {
    return [
      differ(
        `It holds ${objects.length} objects, ${theirs.length} of them Applications; one Application is meant.`,
      ),
    ];
  }
  const [committed] = theirs;
  const { apiVersion, kind, metadata } = committed;
  return Object.entries(SAME).flatMap(([path, what]) => {
    const [has, wants] = [valueAt(committed, path), valueAt(ours, path)];
    if (has === wants) return [];
    const object = { apiVersion, kind, name: metadata.name };
    const at = positionInText(text, { object, path });
    return [
      differ(
        `The ${what} is ${told(has)}; the environment delivers with ${told(
          wants,
        )}.`,
        at?.line,
        at?.column,
      ),
    ];
  });
}

function valueAt(object: KubernetesObject, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>(
      (value, key) => (value as Record<string, unknown> | undefined)?.[key],
      object,
    );
}

function told(value: unknown): string {
  return value === undefined ? 'not given' : JSON.stringify(value);
}
