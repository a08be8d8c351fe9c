import { Problem } from '../Problem';
import { suggest } from '../shape/suggest';
import { shapeProblems } from '../shape/shapeProblems';
import { at, isObject, Path } from '../yaml/Located';
import { readYaml } from '../yaml/readYaml';
import { YamlSource } from '../yaml/YamlSource';
import { INGRESS_FIELDS, OVERLAY_FIELDS } from './overlayFields';

/** What an overlay can not change, in case somebody writes a whole module. */
const OF_THE_MODULE = ['apiVersion', 'kind', 'metadata', 'spec'];

/** `source` is absent when the text could not be read, or is empty. */
interface OverlayReading {
  source?: YamlSource;
  problems: Problem[];
}

/** Text of an overlay and the file that it stands in. */
interface Overlay {
  readonly text: string;
  readonly file: string;
}

/** What was read of an overlay stays with it: its own problems are asked for first, its effect later. */
const readings = new WeakMap<Overlay, OverlayReading>();

/** An overlay as it stands. */
export function readOverlay(overlay: Overlay): OverlayReading {
  let reading = readings.get(overlay);
  if (!reading) {
    reading = readText(overlay);
    readings.set(overlay, reading);
  }
  return reading;
}

function readText(overlay: Overlay): OverlayReading {
  const reading = readYaml(overlay.text, overlay.file);
  const { source } = reading;
  if (!source) {
    // Nothing to change in this environment is a fine thing to say.
    return {
      problems: reading.problems.filter(({ code }) => code !== 'O8011'),
    };
  }
  if (!isObject(source.value)) {
    return {
      problems: [
        {
          code: 'O8103',
          severity: 'error',
          ...source.locate([]),
          message: 'An overlay is an object of fields and values.',
          hint: 'Write for example `replicaCount: 3`.',
        },
      ],
    };
  }
  return {
    source,
    problems: [
      ...reading.problems,
      ...shapeProblems(source, 'overlay'),
      ...misplaced(source),
      ...nearMisses(source, [], OVERLAY_FIELDS),
      ...nearMisses(source, ['ingress'], INGRESS_FIELDS),
    ],
  };
}

/** The problems of an overlay on its own. */
export function overlayProblems(overlay: Overlay): Problem[] {
  return readOverlay(overlay).problems;
}

function misplaced(source: YamlSource): Problem[] {
  return OF_THE_MODULE.filter(key => at(source.value, [key]) !== undefined).map(
    key => ({
      code: 'O8402',
      severity: 'error',
      ...source.locate([key], 'key'),
      message: `An overlay cannot hold \`${key}\`.`,
      hint:
        key === 'spec'
          ? 'Write what is under `spec` at the top level: `resources`, `networking`, `monitoring`, `security`, `dependencies`.'
          : 'Change it in `o8-module.yaml`.',
    }),
  );
}

/** Keys that go to the chart but look like ours. */
function nearMisses(
  source: YamlSource,
  path: Path,
  known: readonly string[],
): Problem[] {
  const object = at(source.value, path);
  if (!isObject(object)) return [];
  return Object.keys(object).flatMap((key): Problem[] => {
    if (known.includes(key) || OF_THE_MODULE.includes(key)) return [];
    const meant = suggest(
      key,
      known.filter(name => !(name in object)),
    );
    return meant
      ? [
          {
            code: 'O8401',
            severity: 'warning',
            ...source.locate([...path, key], 'key'),
            message: `\`${key}\` goes to the chart as it is; Orchestr8 does not know it.`,
            hint: `Did you mean \`${meant}\`?`,
          },
        ]
      : [];
  });
}
