import {
  Beyond,
  readTokens,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { Composer, Document, isScalar, Pair, Tags, visit } from 'yaml';

/** Deeper than any object of Kubernetes; schemas of its own kinds are the deepest. */
const MAX_DEPTH = 100;

/** What is wrong with a part of a document as YAML. */
export interface DocumentFault {
  offset: number;
  message: string;
}

/** The documents of a text, each with what is wrong with it, or where it goes too far. */
export type DocumentsReading =
  | {
      kind: 'documents';
      documents: { document: Document.Parsed; faults: DocumentFault[] }[];
    }
  | ({ kind: 'beyond' } & DocumentFault);

const BEYOND: Record<Beyond['kind'], string> = {
  deep: `Objects and lists are nested more than ${MAX_DEPTH} levels deep here.`,
  large: 'The file has too many parts; reading stopped here.',
  anchored:
    'The file has more than 1,000 anchors and aliases; reading stopped here.',
};

/**
 * Reads YAML 1.1 with unique keys. The work grows with the length of the text,
 * whatever it says: modules come from anybody.
 *
 * @param options - `rendered`: the output of a template, which has a bound of its own
 */
export function readDocuments(
  text: string,
  options: {
    customTags?: (tags: Tags) => Tags;
    rendered?: boolean;
  } = {},
): DocumentsReading {
  const reading = readTokens(text, {
    depth: MAX_DEPTH,
    ...(options.rendered ? { lexemes: Infinity } : {}),
  });
  if (reading.kind !== 'tokens') {
    const { kind, offset } = reading;
    return { kind: 'beyond', offset, message: BEYOND[kind] };
  }
  // Whether a key stands twice is asked below: the composer compares each with each.
  const composer = new Composer({
    version: '1.1',
    uniqueKeys: false,
    logLevel: 'silent',
    ...(options.customTags ? { customTags: options.customTags } : {}),
  });
  const documents = [...composer.compose(reading.tokens)].map(document => ({
    document: document as Document.Parsed,
    faults: [
      ...document.errors.map(({ pos, message }) => ({
        offset: pos[0],
        message,
      })),
      ...doubleKeys(document as Document.Parsed),
    ],
  }));
  return { kind: 'documents', documents };
}

function doubleKeys(document: Document.Parsed): DocumentFault[] {
  const faults: DocumentFault[] = [];
  visit(document, {
    Map(_, { items }) {
      const seen = new Set<unknown>();
      for (const { key } of items as Pair[]) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          faults.push({
            offset: key.range?.[0] ?? 0,
            message: 'Map keys must be unique',
          });
        }
        seen.add(key.value);
      }
    },
  });
  return faults;
}
