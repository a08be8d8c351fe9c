import { ReactNode } from 'react';
import {
  MissingAnnotationEmptyState,
  useEntity,
} from '@backstage/plugin-catalog-react';
import { MODULE_ANNOTATION, ModuleIdentity, moduleOf } from './moduleOf';

/** Gives its children the module of the entity on the page, or says which annotation is missing. */
export function ForModule(props: {
  children: (module: ModuleIdentity) => ReactNode;
}) {
  const { entity } = useEntity();
  const module = moduleOf(entity);
  return module ? (
    <>{props.children(module)}</>
  ) : (
    <MissingAnnotationEmptyState annotation={MODULE_ANNOTATION} />
  );
}
