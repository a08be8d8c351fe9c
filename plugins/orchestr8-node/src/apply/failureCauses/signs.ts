/** `a`, `b` or `c`, as code. */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map(word => `\`${word}\``);
  return quoted.length < 2
    ? quoted.join('')
    : `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`;
}

/** That something says words which a pattern knows; nothing for a pattern that knows all. */
export function saying(pattern: RegExp): string {
  return ['^', '.'].includes(pattern.source)
    ? ''
    : `, saying \`/${pattern.source}/${pattern.flags}\``;
}
