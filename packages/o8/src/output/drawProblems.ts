import { Problem } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Style, toned } from './Style';

/** One problem a line, as compilers write them, so that editors find the place; the hint below. */
export function drawProblems(
  problems: readonly Problem[],
  style: Style,
  options: { folder?: string } = {},
): string {
  const prefix = options.folder ? `${options.folder.replace(/\/$/, '')}/` : '';
  return problems
    .map(({ file, line, column, severity, code, message, hint }) => {
      const place = style.bold(`${prefix}${file}:${line}:${column}`);
      const first = `${place} ${toned(severity, style)} ${code}: ${message}\n`;
      return hint ? `${first}  ${style.faint('→')} ${hint}\n` : first;
    })
    .join('');
}

/** `2 errors, 1 warning`. */
export function countProblems(problems: readonly Problem[]): string {
  const count = (severity: Problem['severity'], word: string) => {
    const found = problems.filter(p => p.severity === severity).length;
    return found > 0 ? [`${found} ${word}${found === 1 ? '' : 's'}`] : [];
  };
  const parts = [
    ...count('error', 'error'),
    ...count('warning', 'warning'),
    ...count('info', 'note'),
  ];
  return parts.length > 0 ? parts.join(', ') : 'no problems';
}
