import {
  DependencyTree,
  drawTree,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { graphOfTree } from './graphOfTree';
import { Box, LaidOut, layOut, Point, TEXT } from './layOut';

/**
 * On light ground and on dark: what bears text has a ground of its own, and
 * lines stand out from both. Every colour has a word or a stroke beside it.
 */
const STYLE = `
text{font:${TEXT.size}px ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace;fill:#1b1b1b;text-anchor:middle;dominant-baseline:central}
.name{font-weight:bold}
.box{stroke-width:1.5}
.root .box{fill:#e3eefa;stroke:#1f5493;stroke-width:2.5}
.fine .box{fill:#edf7ed;stroke:#2e7d32}
.doubtful .box{fill:#fff4e0;stroke:#b26a00}
.wrong .box{fill:#fdeaea;stroke:#c62828;stroke-width:2.5}
.line{fill:none;stroke:#767676;stroke-width:1.5}
.doubtful .line{stroke:#b26a00}
.wrong .line{stroke:#d32f2f;stroke-width:2.5}
.optional .line{stroke-dasharray:6 4}
.chip{fill:#fff;stroke:#767676;stroke-width:.5}
.head{fill:#767676}
.doubtful .head{fill:#b26a00}
.wrong .head{fill:#d32f2f}
`.trim();

/** Length of an arrow's head, pixels. */
const HEAD = 9;

/**
 * A dependency tree as an SVG image: whole, readable on light and dark ground,
 * with its content in words for those who do not see it. The same tree gives
 * the same bytes.
 */
export function drawSvg(tree: DependencyTree): string {
  const placed = layOut(graphOfTree(tree));
  const width = Math.ceil(placed.width);
  const height = Math.ceil(placed.height);
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}" role="img" aria-labelledby="title description">`,
    `<title id="title">${escape(`Dependencies of ${tree.name}`)}</title>`,
    `<desc id="description">${escape(drawTree(tree))}</desc>`,
    `<style>${STYLE}</style>`,
    ...placed.edges.map(drawLine),
    ...placed.nodes.map(drawNode),
    ...placed.edges.map(drawLabel),
    '</svg>',
    '',
  ].join('\n');
}

function drawNode({ node, lines, box }: LaidOut['nodes'][number]): string {
  const top = box.y - ((lines.length - 1) * TEXT.line) / 2;
  const texts = lines.map(
    (line, index) =>
      `<text class="${index === 0 ? 'name' : 'detail'}" x="${round(
        box.x,
      )}" y="${round(top + index * TEXT.line)}">${escape(line)}</text>`,
  );
  const kind = node.isRoot && node.standing === 'fine' ? 'root' : node.standing;
  return `<g class="${kind}">${rect(box, 'box')}${texts.join('')}</g>`;
}

function drawLine({ edge, points }: LaidOut['edges'][number]): string {
  const { from, to, standing, optional, message } = edge;
  const title = message ?? `${from} needs ${to}`;
  return [
    `<g class="${standing}${optional ? ' optional' : ''}">`,
    `<title>${escape(title)}</title>`,
    `<path class="line" d="${pathOf(points)}"/>`,
    `<path class="head" d="${headOf(points)}"/></g>`,
  ].join('');
}

function drawLabel({ edge, label, box }: LaidOut['edges'][number]): string {
  if (!label) return '';
  const at = `x="${round(box.x)}" y="${round(box.y)}"`;
  return `<g class="${edge.standing}">${rect(box, 'chip')}<text ${at}>${escape(
    label,
  )}</text></g>`;
}

function rect({ x, y, width, height }: Box, kind: string): string {
  const left = round(x - width / 2);
  const top = round(y - height / 2);
  return `<rect class="${kind}" x="${left}" y="${top}" width="${round(
    width,
  )}" height="${round(height)}" rx="5"/>`;
}

/** A smooth line through all points (Catmull and Rom's), so that it passes below its label. */
function pathOf(points: readonly Point[]): string {
  const on = (index: number) =>
    points[Math.max(0, Math.min(index, points.length - 1))];
  const curves = points.slice(1).map((end, index) => {
    const start = on(index);
    const leaving = shifted(start, on(index - 1), end);
    const arriving = shifted(end, on(index + 2), start);
    return `C${at(leaving)} ${at(arriving)} ${at(end)}`;
  });
  return [`M${at(points[0])}`, ...curves].join('');
}

/** A sixth of the way between its neighbours, from a point. */
function shifted(point: Point, before: Point, after: Point): Point {
  return {
    x: point.x + (after.x - before.x) / 6,
    y: point.y + (after.y - before.y) / 6,
  };
}

/** A triangle at the end of a line, along its last stretch. */
function headOf(points: readonly Point[]): string {
  const [before, tip] = points.slice(-2);
  const angle = Math.atan2(tip.y - before.y, tip.x - before.x);
  const corner = (turn: number): Point => ({
    x: tip.x - HEAD * Math.cos(angle + turn),
    y: tip.y - HEAD * Math.sin(angle + turn),
  });
  return `M${at(tip)}L${at(corner(0.4))}L${at(corner(-0.4))}Z`;
}

const at = ({ x, y }: Point) => `${round(x)},${round(y)}`;

/** Tenths of a pixel, so that arithmetic that differs in the last digit does not show. */
function round(value: number): number {
  return Math.round(value * 10) / 10;
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};

/* eslint-disable no-control-regex */
const NO_XML =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Surrogate}/gu;
/* eslint-enable no-control-regex */

/** What XML 1.0 cannot hold is left out. */
function escape(text: string): string {
  return text
    .replace(NO_XML, '')
    .replace(/[&<>"]/g, character => ENTITIES[character]);
}
