import { DEFAULT_NAMESPACE } from '@backstage/catalog-model';
import { EntityRefLink } from '@backstage/plugin-catalog-react';

/** The name of a module, on the way to its page. */
export function ModuleLink(props: { name: string }) {
  const { name } = props;
  return (
    <EntityRefLink
      entityRef={{ kind: 'module', namespace: DEFAULT_NAMESPACE, name }}
      title={name}
      hideIcon
      // It stands among words: colour alone would not tell it from them.
      underline="always"
    />
  );
}
