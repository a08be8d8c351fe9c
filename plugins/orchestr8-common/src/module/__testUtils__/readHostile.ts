// A process of its own: reads one hostile text as each of the three files of the
// language, and says what came of it and what it cost.
import {
  hasErrors,
  parseModule,
  parseModuleTemplate,
  withEnvironment,
} from '../..';
import { MY_SERVICE } from '../__fixtures__/myService';
import { HOSTILE_TEXTS } from '../__fixtures__/hostileTexts';

const OVERLAY = 'environments/dev.yaml';
const encode = (text: string) => new TextEncoder().encode(text);

/** What a process of this file prints. */
export interface HostileReading {
  /** For each of the three, whether it was refused. */
  refused: Record<'module' | 'overlay' | 'template', boolean>;
  problems: number;
  codes: string[];
  /** Largest amount of memory that the process held. */
  maxRssKib: number;
  cpuMs: number;
}

function read(text: string): Omit<HostileReading, 'maxRssKib' | 'cpuMs'> {
  const module = parseModule(new Map([['o8-module.yaml', encode(text)]]));
  const laid = parseModule(
    new Map([
      ['o8-module.yaml', encode(MY_SERVICE)],
      [OVERLAY, encode(text)],
    ]),
  );
  const overlay = withEnvironment(laid.module!, {
    environment: 'dev',
    overlay: laid.overlays.get('dev'),
    last: true,
  });
  const template = parseModuleTemplate(text);
  const all = [module, laid, overlay, template].map(it => it.problems);
  return {
    refused: {
      module: module.module === undefined,
      overlay:
        overlay.resolved === undefined ||
        hasErrors(laid.problems.filter(({ file }) => file === OVERLAY)),
      template: template.template === undefined,
    },
    problems: Math.max(...all.map(({ length }) => length)),
    codes: [...new Set(all.flat().map(({ code }) => code))].sort(),
  };
}

const [name, bytes] = process.argv.slice(2);
const text = name ? HOSTILE_TEXTS[name](Number(bytes)) : MY_SERVICE;
const before = process.cpuUsage();
const reading = read(text);
const { user, system } = process.cpuUsage(before);
process.stdout.write(
  JSON.stringify({
    ...reading,
    maxRssKib: process.resourceUsage().maxRSS,
    cpuMs: (user + system) / 1000,
  }),
);
