import {
  Manifest,
  ModuleFiles,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { parseManifests } from './parseManifests';

/** The objects of the module's `config/` folder, as written; they are not templates. */
export function configManifests(files: ModuleFiles): {
  manifests: Manifest[];
  problems: Problem[];
} {
  const manifests: Manifest[] = [];
  const problems: Problem[] = [];
  for (const [path, bytes] of files) {
    if (!/^config\/.*\.ya?ml$/.test(path)) continue;
    const parsed = parseManifests(new TextDecoder().decode(bytes), path);
    problems.push(...parsed.problems);
    for (const object of parsed.objects) {
      manifests.push({ object, source: path });
    }
  }
  return { manifests, problems };
}
