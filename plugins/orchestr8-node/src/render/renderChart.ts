import {
  Manifest,
  Problem,
  ResolvedModule,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { chanceIn } from './chance';
import { CHART_FOLDER, pathOfTemplate } from './chartFiles';
import { definedKinds } from '../adapters/definedKinds';
import { hookOf } from './hookOf';
import { knownKind } from './kinds';
import { parseManifests } from './parseManifests';
import { Renderer, RenderError, RenderRequest, RenderResult } from './Renderer';
import { renderProblem } from './renderProblem';
import { renderRequest } from './renderRequest';
import { ReleaseTarget } from './ReleaseTarget';
import { unsteadyFields } from './unsteadyFields';

/** Renderings of a chart that draws: of two outcomes, all the same once in 128. */
const DRAWN = 7;

/** The chart's own objects, as written: those that name no namespace have none yet. */
export interface RenderedChart {
  manifests: Manifest[];
  tests: Manifest[];
  problems: Problem[];
}

/** Renders the chart and sorts out its hooks; a chart that does not render is a problem, a renderer that is not there an error. */
export async function renderChart(
  renderer: Pick<Renderer, 'render'>,
  chart: ReadonlyMap<string, Uint8Array>,
  options: { resolved: ResolvedModule; target: ReleaseTarget },
): Promise<RenderedChart> {
  const { target } = options;
  try {
    const { request, first } = await renderKnowing(renderer, chart, options);
    const sorted = sortOut(first, target);
    const unsteady = await unsteadyIn(renderer, request, first);
    return { ...sorted, problems: [...sorted.problems, ...unsteady] };
  } catch (error) {
    if (error instanceof RenderError && error.kind !== 'unavailable') {
      return { manifests: [], tests: [], problems: [problemOf(error)] };
    }
    throw error;
  }
}

/**
 * Renders for a cluster that knows the kinds of the chart's own `crds/`: as
 * with Helm, they are there before the templates ask for them.
 */
async function renderKnowing(
  renderer: Pick<Renderer, 'render'>,
  chart: ReadonlyMap<string, Uint8Array>,
  options: { resolved: ResolvedModule; target: ReleaseTarget },
): Promise<{ request: RenderRequest; first: RenderResult }> {
  const { capabilities } = options.target;
  const request = renderRequest(chart, options);
  const first = await renderer.render(request);
  if (!capabilities) return { request, first };
  const brought = definedKinds(
    Object.entries(first.crds).flatMap(
      ([name, text]) => parseManifests(text, name, { rendered: true }).objects,
    ),
  ).filter(kind => !knownKind(kind, capabilities));
  if (brought.length === 0) return { request, first };
  const kinds = [...capabilities.kinds, ...brought];
  const knowing = renderRequest(chart, {
    ...options,
    target: { ...options.target, capabilities: { ...capabilities, kinds } },
  });
  return { request: knowing, first: await renderer.render(knowing) };
}

/** Renders again, as at another moment, and as often as luck asks for. */
async function unsteadyIn(
  renderer: Pick<Renderer, 'render'>,
  request: RenderRequest,
  first: RenderResult,
): Promise<Problem[]> {
  const { atAnotherMoment, draws } = chanceIn(request.chart);
  try {
    for (let left = draws ? DRAWN : 1; ; left--) {
      const chart = atAnotherMoment;
      const again = await renderer.render({ ...request, chart });
      const problems = unsteadyFields(first, again);
      if (problems.length > 0 || left <= 1) return problems;
    }
  } catch (error) {
    const timely =
      atAnotherMoment !== request.chart &&
      error instanceof RenderError &&
      error.kind === 'chart';
    if (!timely) throw error;
    return [
      renderProblem(
        'O8607',
        `The chart renders now and would not at another time: ${error.message}`,
        { file: `${CHART_FOLDER}${error.file ?? 'Chart.yaml'}` },
      ),
    ];
  }
}

function problemOf(error: RenderError): Problem {
  const codes = { chart: 'O8601', values: 'O8602', limit: 'O8603' } as const;
  const code = error.kind === 'unavailable' ? 'O8601' : codes[error.kind];
  return renderProblem(code, `The chart does not render: ${error.message}`, {
    file: `${CHART_FOLDER}${error.file ?? 'Chart.yaml'}`,
    line: error.line,
    column: error.column,
  });
}

function sortOut(result: RenderResult, target: ReleaseTarget): RenderedChart {
  const chart: RenderedChart = { manifests: [], tests: [], problems: [] };
  const texts = [
    ...Object.entries(result.crds),
    ...Object.entries(result.rendered),
  ].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  for (const [helmName, text] of texts) {
    const source = pathOfTemplate(helmName);
    const parsed = parseManifests(text, source, { rendered: true });
    chart.problems.push(...parsed.problems);
    for (const object of parsed.objects) {
      const verdict = hookOf(object);
      switch (verdict.type) {
        case 'none':
          chart.manifests.push({ object, source });
          break;
        case 'test':
          chart.tests.push({ object, source, hook: verdict.hook });
          break;
        case 'hook':
          if (verdict.hook.events.some(event => isDue(event, target))) {
            chart.manifests.push({ object, source, hook: verdict.hook });
          }
          break;
        case 'unsupported':
          chart.problems.push(
            renderProblem(
              'O8606',
              `${object.kind} ${object.metadata.name} is a hook ${verdict.why}.`,
              { file: source },
            ),
          );
          break;
        default:
          throw new Error(`unknown verdict: ${verdict satisfies never}`);
      }
    }
  }
  return chart;
}

function isDue(event: string, target: ReleaseTarget): boolean {
  return event.endsWith(target.upgrade ? '-upgrade' : '-install');
}
