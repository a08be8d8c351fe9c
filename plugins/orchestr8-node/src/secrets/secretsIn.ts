import { KubernetesObject } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Shorter ones stand in too many texts by chance, and guessing them is easy anyway. */
const SHORTEST = 6;

/**
 * All that the Secrets among some objects hold, plain and encoded: what is
 * written a second time elsewhere is secret there too.
 */
export function secretsIn(
  objects: Iterable<KubernetesObject | undefined>,
): Set<string> {
  const secrets = new Set<string>();
  const add = (text: string) => {
    if (text.length >= SHORTEST) secrets.add(text);
  };
  for (const object of objects) {
    if (object?.kind !== 'Secret') continue;
    for (const plain of textsOf(object.stringData)) {
      add(plain.trim());
      add(Buffer.from(plain).toString('base64'));
    }
    for (const encoded of textsOf(object.data)) {
      add(encoded);
      add(Buffer.from(encoded, 'base64').toString('utf8').trim());
    }
  }
  return secrets;
}

function textsOf(values: unknown): string[] {
  return Object.values((values ?? {}) as Record<string, unknown>).filter(
    value => typeof value === 'string',
  );
}
