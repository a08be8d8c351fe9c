/** Longer texts are no slips of the pen. */
const MAX_LENGTH = 256;
/** Longest names: of a label, a module, a port. */
const LENGTHS = [63, 53, 15];

/** The part of a schema that says what a text must look like. */
export interface TextSchema {
  pattern?: string;
  maxLength?: number;
  examples?: unknown[];
}

/**
 * How to write a text that its schema refuses: what was probably meant, tried
 * against the schema itself, else an example of the schema's own.
 */
export function correction(
  text: string,
  schema: TextSchema,
): string | undefined {
  if (text.length <= MAX_LENGTH) {
    const meant = readings(text).find(
      reading => reading !== text && fits(reading, schema),
    );
    if (meant !== undefined) return `Write \`${meant}\`.`;
  }
  const example = schema.examples?.[0];
  return typeof example === 'string'
    ? `Write for example \`${example}\`.`
    : undefined;
}

function fits(text: string, { pattern, maxLength }: TextSchema): boolean {
  return (
    text.length <= (maxLength ?? MAX_LENGTH) &&
    (pattern === undefined || new RegExp(pattern, 'u').test(text))
  );
}

/** What people write in place of what, likeliest first. */
function readings(text: string): string[] {
  const lower = text.toLowerCase();
  return [
    text.trim(),
    ...hostOf(lower),
    ...(text.includes('.') ? [lower] : []),
    ...namesOf(text),
    lower,
    `/${text.trim()}`,
    `https://${text.trim()}`,
    ...durationOf(lower),
  ];
}

/** `https://shop.example.com:8443/path` names a host. */
function hostOf(text: string): string[] {
  const host = /^[a-z][-+.a-z0-9]*:\/\/([^/:?#]+)/.exec(text)?.[1];
  return host ? [host] : [];
}

/** `My Service` and `myService` as names are written; references are left alone. */
function namesOf(text: string): string[] {
  if (!/^[\w .-]+$/.test(text)) return [];
  const words = text
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .match(/[a-z0-9]+/g);
  if (!words) return [];
  const dashed = words.join('-');
  return [
    dashed,
    ...LENGTHS.map(length => dashed.slice(0, length).replace(/-+$/, '')),
    words.join('_'),
  ];
}

/** `5 minutes` in Prometheus's notation. */
function durationOf(text: string): string[] {
  const match = /^(\d+)\s*(ms|milli|[smhdw])[a-z]*$/.exec(text.trim());
  if (!match) return [];
  const [, count, unit] = match;
  return [`${count}${unit === 'milli' ? 'ms' : unit}`];
}
