import { parseEntityRef } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** Who did it: a link to the catalog where the reference is one, else the words as they are. */
export function Person(props: { of: string }) {
  const ref = asEntityRef(props.of);
  return ref ? (
    <EntityRefLink entityRef={ref} defaultKind="user" hideIcon />
  ) : (
    <>{props.of}</>
  );
}

function asEntityRef(text: string) {
  try {
    return /^(user|group):/i.test(text) ? parseEntityRef(text) : undefined;
  } catch {
    return undefined;
  }
}
