import { ProblemCode } from './problemCodes';

/** Chapters by the third and fourth character of a code. */
const CHAPTERS: Record<string, string> = {
  80: 'Reading a file',
  81: 'The specification',
  82: 'The directory',
  83: 'Good practice',
  84: 'Overlays',
  85: 'Templates',
  86: 'Rendering',
  87: 'Policy',
};

/**
 * The page of the documentation that lists codes of problems, in Markdown, with
 * a heading for each code to link to.
 *
 * @public
 */
export function problemCodesPage(
  codes: Readonly<Record<string, ProblemCode>>,
): string {
  const lines = [
    '# Problems and their codes',
    '',
    'Every problem of a module has a code that never changes its meaning. The same',
    'problems, in the same words, appear in the command line, the wizard, the page of',
    'the module and the editor. An error stops a deployment, a warning does not.',
  ];
  let chapter = '';
  for (const name of Object.keys(codes).sort()) {
    const own = CHAPTERS[name.slice(1, 3)] ?? 'Other';
    if (own !== chapter) lines.push('', `## ${own}`);
    chapter = own;
    const { title, cause, cure } = codes[name];
    lines.push('', `### ${name}: ${title}`, '', cause, '', `**Cure:** ${cure}`);
  }
  return `${lines.join('\n')}\n`;
}
