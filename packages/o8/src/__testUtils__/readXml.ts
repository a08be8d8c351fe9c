import { XMLParser, XMLValidator } from 'fast-xml-parser';

/** One element of an XML document. */
export interface Element {
  tag: string;
  attributes: Record<string, string>;
  /** Its own, without that of its children. */
  text: string;
  children: Element[];
}

type Raw = Record<string, unknown>;

/** Reads a whole XML document; throws for text that is none. */
export function readXml(text: string): Element {
  const verdict = XMLValidator.validate(text);
  if (verdict !== true) throw new Error(verdict.err.msg);
  const parser = new XMLParser({
    preserveOrder: true,
    ignoreAttributes: false,
    attributeNamePrefix: '',
    trimValues: false,
    parseTagValue: false,
  });
  const [root] = (parser.parse(text) as Raw[]).filter(it => !('#text' in it));
  return elementOf(root);
}

/** The element and all below it, in their order. */
export function allOf(element: Element): Element[] {
  return [element, ...element.children.flatMap(allOf)];
}

function elementOf(raw: Raw): Element {
  const { ':@': attributes = {}, ...rest } = raw;
  const [[tag, content]] = Object.entries(rest) as [string, Raw[]][];
  return {
    tag,
    attributes: attributes as Record<string, string>,
    text: content.map(it => it['#text'] ?? '').join(''),
    children: content.filter(it => !('#text' in it)).map(elementOf),
  };
}
