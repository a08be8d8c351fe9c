import { ObjectRef } from './ObjectRef';

/** One field that is not as it was deployed. What a Secret holds is masked. @public */
export interface FieldDrift {
  /** As in a plan's diff, such as `spec.template.spec.containers[name=app].image`. */
  path: string;
  /** As deployed; absent: somebody added the field. */
  from?: unknown;
  /** As it is now; absent: somebody took the field away. */
  to?: unknown;
  /** Field manager, such as `kubectl-edit`; absent when the cluster does not tell any more. */
  manager?: string;
  /** When that manager last wrote, ISO 8601. */
  at?: string;
}

/** What differs in one object from what was deployed. @public */
export interface ObjectDrift {
  object: ObjectRef;
  /** Empty: the whole object is gone. */
  fields: FieldDrift[];
}
