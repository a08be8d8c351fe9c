import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { ChartCase, CHARTS } from './__fixtures__/charts';
import { RendererProcess } from './RendererProcess';

const renderer = process.env.O8_RENDERER;
const helm = process.env.O8_HELM;
const describeWithBoth = renderer && helm ? describe : describe.skip;
const run = promisify(execFile);

const KUBE_VERSION = 'v1.34.2';
const MONITORING = [
  'monitoring.coreos.com/v1',
  'monitoring.coreos.com/v1/ServiceMonitor',
];
/** Of the kinds that Helm takes for granted, those that the corpus asks for. */
const BUILT_IN = ['v1', 'apps/v1', 'networking.k8s.io/v1'];
const PLAIN = {
  'Chart.yaml': 'apiVersion: v2\nname: demo\nversion: 1.0.0\n',
};

describeWithBoth('rendering (needs O8_RENDERER, O8_HELM)', () => {
  const sandbox = new RendererProcess({ command: renderer! });
  let home: string;
  beforeAll(async () => {
    home = await mkdtemp(join(tmpdir(), 'o8-charts-'));
  });
  afterAll(async () => {
    await sandbox.close();
    await rm(home, { recursive: true });
  });

  const names = Object.keys(CHARTS);
  const indexed = names.map((name, index): [string, number] => [name, index]);

  it('has a corpus of at least 50 charts that render', () => {
    const rendering = Object.values(CHARTS).filter(({ fails }) => !fails);
    expect(rendering.length).toBeGreaterThanOrEqual(50);
  });

  it.each(indexed.filter(([name]) => !CHARTS[name].fails))(
    'gives the same bytes as helm template: %s',
    async (name, index) => {
      const chart = CHARTS[name];
      const folder = join(home, String(index));
      await writeChart(chart, folder);
      const { rendered, crds } = await render(chart, folder);
      const ours = Object.entries({ ...crds, ...rendered }).flatMap(
        ([source, text]) =>
          documents(text).map(document => ({ source, document })),
      );
      expect(byText(ours)).toEqual(
        byText(fromHelm(await helmTemplate(chart, folder))),
      );
    },
    20_000,
  );

  it.each(indexed.filter(([name]) => CHARTS[name].fails))(
    'refuses what Helm refuses: %s',
    async (name, index) => {
      const folder = join(home, String(index));
      await writeChart(CHARTS[name], folder);
      await expect(helmTemplate(CHARTS[name], folder)).rejects.toThrow(
        /Error:/,
      );
      await expect(render(CHARTS[name], folder)).rejects.toMatchObject({
        name: 'RenderError',
        kind: expect.stringMatching(/^(chart|values)$/),
      });
    },
    20_000,
  );

  async function render(chart: ChartCase, folder: string) {
    const files = new Map<string, Uint8Array>();
    const paths = [
      ...Object.keys(textsOf(chart)),
      ...Object.keys(chart.archives ?? {}),
    ];
    for (const path of paths) {
      files.set(path, new Uint8Array(await readFile(join(folder, path))));
    }
    return sandbox.render({
      chart: files,
      values: chart.values ?? {},
      release: 'rel',
      namespace: 'ns',
      upgrade: chart.upgrade ?? false,
      capabilities: {
        kubeVersion: KUBE_VERSION,
        apiVersions: [...BUILT_IN, ...MONITORING],
      },
    });
  }
});

const textsOf = (chart: ChartCase) => ({ ...PLAIN, ...chart.files });

async function writeChart(chart: ChartCase, folder: string): Promise<void> {
  await writeAll(folder, textsOf(chart));
  for (const [path, files] of Object.entries(chart.archives ?? {})) {
    const unpacked = `${folder}.unpacked`;
    await writeAll(unpacked, files);
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await run('tar', [
      '-czf',
      join(folder, path),
      '-C',
      unpacked,
      ...new Set(Object.keys(files).map(file => file.split('/')[0])),
    ]);
  }
}

async function writeAll(folder: string, files: Record<string, string>) {
  for (const [path, text] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), text);
  }
}

async function helmTemplate(chart: ChartCase, folder: string): Promise<string> {
  const values = `${folder}.json`;
  await writeFile(values, JSON.stringify(chart.values ?? {}));
  const { stdout } = await run(
    helm!,
    [
      ...['template', 'rel', folder, '--namespace=ns', '--include-crds'],
      ...['--values', values, '--kube-version', KUBE_VERSION],
      ...MONITORING.flatMap(version => ['--api-versions', version]),
      ...(chart.upgrade ? ['--is-upgrade'] : []),
    ],
    { maxBuffer: 64 * 1024 * 1024 },
  );
  return stdout;
}

interface Rendered {
  source: string;
  document: string;
}

/** Helm sorts objects by kind; the order in which we apply them is another matter. */
function byText(all: Rendered[]): string[] {
  return all.map(({ source, document }) => `${source}\n${document}`).sort();
}

/** Helm writes each document below a line that names its template. */
function fromHelm(output: string): Rendered[] {
  return output
    .split(/^---\n# Source: /m)
    .slice(1)
    .map(part => {
      const end = part.indexOf('\n');
      return {
        source: part.slice(0, end),
        document: part.slice(end + 1).trim(),
      };
    })
    .filter(({ document }) => document !== '');
}

/** As Helm's `SplitManifests` divides a text: at separators, without the space around. */
function documents(text: string): string[] {
  return text
    .trim()
    .split(/(?:^|\s*\n)---\s*/)
    .map(document => document.trim())
    .filter(Boolean);
}
