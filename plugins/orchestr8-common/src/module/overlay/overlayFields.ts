import overlaySchema from '../../../schema/overlay.schema.json';
import { Language } from '../Language.generated';

/** What the schema declares; an overlay and its ingress may have any further field, for the chart. */
type Declared<T> = keyof {
  [Field in keyof T as string extends Field ? never : Field]: unknown;
};

/** An overlay as it is written. */
export type WrittenOverlay = Language['overlay'];
export type OverlayField = Declared<WrittenOverlay>;
export type IngressField = Declared<NonNullable<WrittenOverlay['ingress']>>;

const { properties } = overlaySchema;

/** Fields of an overlay that the language knows. */
export const OVERLAY_FIELDS = Object.keys(properties) as OverlayField[];

/** Of `ingress` in an overlay, the fields that the language knows. */
export const INGRESS_FIELDS = Object.keys(
  properties.ingress.properties,
) as IngressField[];

/** Known, and none of the specification's. */
const FOR_CHART: readonly OverlayField[] = ['replicaCount', 'image'];

/** Fields of an overlay that it lays over the specification. */
export const SPEC_FIELDS = OVERLAY_FIELDS.filter(
  field => !FOR_CHART.includes(field),
);
