import {
  countLines,
  ObjectRef,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Document, isMap, isNode, isScalar, isSeq, Node } from 'yaml';
import { readDocuments } from './readDocuments';

/** A place in a text; both count from 1. */
export interface TextPosition {
  line: number;
  column: number;
}

/**
 * Where a field of an object stands in a text of YAML documents; of a field
 * that is not there, the nearest one around it. `undefined` when the object
 * itself is not there.
 *
 * @param place.path - as in findings: `spec.containers[0].image`,
 *   `metadata.labels[app.kubernetes.io/name]`
 */
export function positionInText(
  text: string,
  place: {
    object: Pick<ObjectRef, 'apiVersion' | 'kind' | 'name'>;
    path?: string;
  },
): TextPosition | undefined {
  const reading = readDocuments(text);
  const documents = reading.kind === 'documents' ? reading.documents : [];
  for (const { document } of documents) {
    const found = objectsIn(document, document.contents).find(node =>
      isMeant(node, place.object),
    );
    if (!found) continue;
    const offset = offsetOf(found, segmentsOf(place.path ?? ''));
    const { line, col } = countLines(text).linePos(offset);
    return { line, column: col };
  }
  return undefined;
}

/** The objects of one document, Lists unpacked. */
function objectsIn(document: Document, node: unknown): Node[] {
  if (!isMap(node)) return [];
  const items = node.get('items', true);
  return isSeq(items) && String(node.get('kind')).endsWith('List')
    ? items.items.flatMap(item => objectsIn(document, item))
    : [node];
}

function isMeant(
  node: Node,
  { apiVersion, kind, name }: Pick<ObjectRef, 'apiVersion' | 'kind' | 'name'>,
): boolean {
  return (
    isMap(node) &&
    String(node.get('apiVersion')) === apiVersion &&
    String(node.get('kind')) === kind &&
    String(node.getIn(['metadata', 'name'])) === name
  );
}

function segmentsOf(path: string): string[] {
  return [...path.matchAll(/([^.[\]]+)|\[([^\]]*)\]/g)].map(
    ([, plain, inBrackets]) => plain ?? inBrackets,
  );
}

/** Offset of the key of the deepest part of the path that is written. */
function offsetOf(root: Node, segments: readonly string[]): number {
  let node: unknown = root;
  let offset = root.range?.[0] ?? 0;
  for (const segment of segments) {
    if (isSeq(node)) {
      const item = node.items[Number(segment)];
      if (!isNode(item)) break;
      offset = item.range?.[0] ?? offset;
      node = item;
    } else if (isMap(node)) {
      const pair = node.items.find(
        ({ key }) => isScalar(key) && String(key.value) === segment,
      );
      if (!pair) break;
      offset = (pair.key as Node).range?.[0] ?? offset;
      node = pair.value;
    } else {
      break;
    }
  }
  return offset;
}
