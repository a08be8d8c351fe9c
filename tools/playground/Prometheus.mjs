import { execFile } from 'node:child_process';
import {
  accessSync,
  constants,
  mkdirSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import http from 'node:http';
import path from 'node:path';
import { promisify } from 'node:util';

/** The path of a program on the PATH, or undefined. */
export function which(name) {
  for (const folder of (process.env.PATH ?? '').split(path.delimiter)) {
    try {
      const file = path.join(folder, name);
      accessSync(file, constants.X_OK);
      return file;
    } catch {
      // not there
    }
  }
  return undefined;
}

/**
 * A real Prometheus that scrapes the simulated metrics and evaluates the
 * cluster's PrometheusRules, which are written to files as they change. Rules
 * that it would not load are left out, for one bad file stops all.
 */
export class Prometheus {
  #options;
  #written = new Map();
  #work = Promise.resolve();
  #timer;

  constructor({ data, ports, processes, rules }) {
    this.#options = {
      folder: path.join(data, 'prometheus'),
      ports,
      processes,
      rules,
    };
  }

  get url() {
    return `http://127.0.0.1:${this.#options.ports.prometheus}`;
  }

  /** Needs `prometheus` on the PATH. */
  start() {
    const { folder, ports, processes, rules } = this.#options;
    const ruleFolder = path.join(folder, 'rules');
    rmSync(ruleFolder, { recursive: true, force: true });
    mkdirSync(ruleFolder, { recursive: true });
    const config = path.join(folder, 'prometheus.yml');
    writeFileSync(
      config,
      JSON.stringify({
        global: { scrape_interval: '5s', evaluation_interval: '5s' },
        rule_files: [path.join(ruleFolder, '*.json')],
        scrape_configs: [
          {
            job_name: 'playground',
            honor_labels: true,
            static_configs: [{ targets: [`127.0.0.1:${ports.metrics}`] }],
          },
        ],
      }),
    );
    processes.start('prometheus', [
      'guard',
      which('prometheus'),
      `--config.file=${config}`,
      `--storage.tsdb.path=${path.join(folder, 'data')}`,
      '--storage.tsdb.retention.time=12h',
      '--storage.tsdb.retention.size=256MB',
      `--web.listen-address=127.0.0.1:${ports.prometheus}`,
      '--web.enable-lifecycle',
      '--log.level=warn',
    ]);
    rules.onChange(() => this.#schedule());
    this.#schedule();
  }

  stop() {
    clearTimeout(this.#timer);
  }

  /** Changes come in bursts: one write for all of them. */
  #schedule() {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => {
      this.#work = this.#work
        .then(() => this.#write())
        .catch(error => process.stderr.write(`rules: ${error.message}\n`));
    }, 300);
  }

  async #write() {
    const folder = path.join(this.#options.folder, 'rules');
    const wanted = new Map(
      this.#options.rules
        .values()
        .map(rule => [
          `${rule.metadata.namespace}.${rule.metadata.name}.json`,
          contentOf(rule),
        ]),
    );
    let changed = false;
    for (const name of readdirSync(folder)) {
      if (wanted.has(name)) continue;
      rmSync(path.join(folder, name));
      this.#written.delete(name);
      changed = true;
    }
    for (const [name, text] of wanted) {
      if (this.#written.get(name) === text) continue;
      this.#written.set(name, text);
      const file = path.join(folder, name);
      // Under a name that Prometheus does not read, until promtool agrees.
      writeFileSync(`${file}.new`, text);
      const problem = await problemOf(`${file}.new`);
      rmSync(`${file}.new`, { force: true });
      if (problem) {
        process.stderr.write(
          `playground: the rules ${name} are left out: ${problem}\n`,
        );
        rmSync(file, { force: true });
      } else {
        writeFileSync(file, text);
      }
      changed = true;
    }
    if (changed) await reload(`${this.url}/-/reload`);
  }
}

/** PrometheusRule's spec is a rule file, but for fields of its neighbours. */
function contentOf(rule) {
  const groups = (rule.spec?.groups ?? []).map(
    ({ partial_response_strategy: _, ...group }) => ({
      ...group,
      // Names must be unique over all files.
      name: `${rule.metadata.namespace}/${rule.metadata.name}/${group.name}`,
    }),
  );
  return JSON.stringify({ groups });
}

async function problemOf(file) {
  const promtool = which('promtool');
  if (!promtool) return undefined;
  try {
    await promisify(execFile)(promtool, ['check', 'rules', file]);
    return undefined;
  } catch (error) {
    return String(error.stderr || error.message).trim();
  }
}

/** Tries for ten seconds: it may be starting. */
async function reload(url) {
  for (let attempt = 0; attempt < 40; attempt++) {
    const status = await new Promise(resolve => {
      const request = http.request(url, { method: 'POST' }, response => {
        response.resume();
        resolve(response.statusCode);
      });
      request.on('error', () => resolve(undefined));
      request.end();
    });
    if (status === 200) return;
    await new Promise(resolve => setTimeout(resolve, 250));
  }
  throw new Error('Prometheus does not reload its rules');
}
