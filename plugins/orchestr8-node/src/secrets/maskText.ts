/** What stands for a value that nobody may see. */
export const MASK = '(secret)';

/** What every name of a secret has in it: most names have none, and are looked at no closer. */
const SECRET_HINT = /pass|pwd|secret|token|credential|dsn|key|connection/i;
/** Names whose values are secret, as the last word or words of a name of any spelling. */
const SECRET_WORDS =
  /(password|passwd|passphrase|pwd|secret|token|credentials?|dsn|apikey|(^|\W)(api|access|private|secret|signing|encryption|auth|master|account|storage|shared) key|(^|\W)connection string)$/;
/** Not the thing itself: a switch, or where to find it. */
const HARMLESS = /^(true|false|null|yes|no|on|off|\d{0,3}|)$|^[$<{]/i;

/** The shortest of the texts that {@link SHAPES} find. */
const SHORTEST_SHAPE = 15;
/** Texts that are secret by their own shape, whatever they are called. */
const SHAPES: readonly RegExp[] = [
  /-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[\s\S]*?(?:-----END [A-Z ]{0,30}PRIVATE KEY-----|$)/g,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\.[\w-]+/g, // a JSON web token
  /\b(?:AKIA|ASIA)[A-Z0-9]{16}\b/g,
  /\b(?:gh[pousr]_|github_pat_|glpat-|npm_)[\w-]{16,}/g,
  /\bxox[abeprs]-[\w-]{10,}/g,
  /\bAIza[\w-]{30,}/g,
  /\b[sr]k_(?:live|test)_\w{16,}/g,
];
/** `postgres://user:password@host`. */
const IN_ADDRESS =
  /\b([a-z][a-z0-9+.-]{0,20}:\/\/[^\s/@:]{0,256}:)[^\s/@]{1,1024}@/gi;
/** `password=x`, `"token": "x"`, `--api-key=x`: a setting in a line of arguments or a file. */
const SETTING =
  /(?<=^|[\s"'{,;&?])((?:--?)?[\w.-]{1,64})(["']?[ \t]{0,8}[:=][ \t]{0,8})("[^"\n]{0,4096}"|'[^'\n]{0,4096}'|[^\s,;&}"']{1,4096})/gm;

/** Whether the value of something of this name is taken to be a secret: `DB_PASSWORD`, `apiToken`, `signing-key`. */
export function isSecretName(name: string): boolean {
  if (!SECRET_HINT.test(name)) return false;
  const words = name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();
  return SECRET_WORDS.test(words);
}

/** Whether a value may be shown though its name says that it is secret. */
export function isHarmless(value: string): boolean {
  return HARMLESS.test(value);
}

/**
 * A text with what is secret in it replaced: what is `known` to be, keys and
 * tokens by their shape, passwords in addresses, and settings of secret names.
 */
export function maskText(
  text: string,
  known: ReadonlySet<string> = new Set(),
): string {
  let shown = text;
  for (const secret of known) {
    if (shown.includes(secret)) shown = shown.replaceAll(secret, MASK);
  }
  if (shown.length >= SHORTEST_SHAPE) {
    for (const shape of SHAPES) shown = shown.replace(shape, MASK);
  }
  if (shown.includes('@')) shown = shown.replace(IN_ADDRESS, `$1${MASK}@`);
  if (!/[:=]/.test(shown)) return shown;
  return shown.replace(
    SETTING,
    (whole, name: string, between: string, value: string) => {
      const [quote] = /^["']/.exec(value) ?? [''];
      const bare = quote ? value.slice(1, -1) : value;
      return isSecretName(name) && !isHarmless(bare)
        ? `${name}${between}${quote}${MASK}${quote}`
        : whole;
    },
  );
}
