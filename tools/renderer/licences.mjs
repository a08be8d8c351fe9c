import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';

const LICENCE = /^(licen[cs]e|copying|notice)([.-].*)?$/i;
const FORMAT =
  '{{with .Module}}{{if not .Main}}{{.Path}}\t{{.Version}}\t{{.Dir}}{{end}}{{end}}';

/** The licences of all that is linked into the renderer, as one text: Go itself, then each module by name. */
export function licenceTexts({ folder, env }) {
  const go = args =>
    execFileSync('go', args, { cwd: folder, env, encoding: 'utf8' }).trim();
  const modules = [
    ...new Set(go(['list', '-deps', '-f', FORMAT, '.']).split('\n')),
  ]
    .filter(Boolean)
    .sort()
    .map(line => line.split('\t'));
  return [['Go', go(['env', 'GOVERSION']), go(['env', 'GOROOT'])], ...modules]
    .map(([name, version, home]) => {
      const files = readdirSync(home)
        .filter(file => LICENCE.test(file))
        .sort();
      if (files.length === 0)
        throw new Error(`${name} ${version} says nowhere how it is licensed.`);
      const texts = files.map(file =>
        readFileSync(path.join(home, file), 'utf8').trim(),
      );
      return `${name} ${version}\n\n${texts.join('\n\n')}\n`;
    })
    .join(`\n${'='.repeat(72)}\n\n`);
}
