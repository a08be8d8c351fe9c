import { isAlias, isMap, isScalar, isSeq, ParsedNode, Scalar } from 'yaml';
import { Problem } from '../Problem';
import { Position } from './Located';
import { MAX_ALIASED_NODES, MAX_DEPTH } from './limits';
import { yaml11Reading } from './yaml11Reading';
import { keyText, startOf } from './YamlSource';

/** Keys that readers treat specially: prototypes of objects, merge keys. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype', '<<']);
const CORE_TAG = /^tag:yaml\.org,2002:(str|int|float|bool|null|map|seq)$/;

export interface PlainReading {
  value: unknown;
  /** False when the value was given up on; `problems` says why. */
  complete: boolean;
  problems: Problem[];
}

/** A parsed node as plain data, with what is wrong about keys, aliases and tags. */
export function toPlain(
  root: ParsedNode,
  place: (offset: number) => Position,
): PlainReading {
  const problems: Problem[] = [];
  const anchors = new Map<string, ParsedNode>();
  const open = new Set<ParsedNode>();
  let inAlias = 0;
  let aliased = 0;
  let complete = true;

  const report = (
    node: unknown,
    problem: Pick<Problem, 'code' | 'message' | 'hint'> &
      Partial<Pick<Problem, 'severity'>>,
  ) => {
    // What an alias repeats was reported where it was written.
    if (inAlias === 0 || problem.code === 'O8007') {
      problems.push({ severity: 'error', ...place(startOf(node)), ...problem });
    }
  };

  const visit = (
    node: ParsedNode | null | undefined,
    depth: number,
  ): unknown => {
    if (!node || !complete) return null;
    if (inAlias > 0 && ++aliased > MAX_ALIASED_NODES) {
      return giveUp(node, 'Aliases make this document grow beyond all bounds.');
    }
    if (depth > MAX_DEPTH) {
      return giveUp(node, 'Aliases nest this document too deeply.');
    }
    if (isAlias(node))
      return follow(node as ParsedNode & { source: string }, depth);
    if ('anchor' in node && node.anchor) anchors.set(node.anchor, node);
    if (node.tag && !CORE_TAG.test(node.tag)) {
      report(node, {
        code: 'O8006',
        message: `The tag \`${node.tag}\` is not allowed.`,
        hint: 'Write the value without a tag.',
      });
    }
    if (isScalar(node)) return scalar(node as Scalar.Parsed);
    open.add(node);
    let plain: unknown;
    if (isSeq(node)) {
      plain = node.items.map(item => visit(item as ParsedNode, depth + 1));
    } else if (isMap(node)) {
      plain = map(node as ParsedNode & { items: Entry[] }, depth);
    }
    open.delete(node);
    return plain;
  };

  function map(node: { items: Entry[] }, depth: number) {
    const plain: Record<string, unknown> = {};
    for (const { key, value } of node.items) {
      const name = keyText(key);
      if (name === undefined || FORBIDDEN.has(name)) {
        report(key, {
          code: 'O8009',
          message:
            name === undefined
              ? 'A key must be text.'
              : `The key \`${name}\` is not allowed.`,
          hint: keyHint(name),
        });
        visit(value, depth + 1);
        continue;
      }
      if (Object.hasOwn(plain, name)) {
        report(key, {
          code: 'O8005',
          message: `The key \`${name}\` is given twice.`,
          hint: 'Remove one of the two.',
        });
        visit(value, depth + 1);
        continue;
      }
      if ((key as Scalar).type === 'PLAIN') trap(key as Scalar.Parsed);
      plain[name] = visit(value, depth + 1);
    }
    return plain;
  }

  function scalar(node: Scalar.Parsed): unknown {
    if (node.type === 'PLAIN') trap(node);
    return node.value;
  }

  function trap(node: Scalar.Parsed) {
    const readings = yaml11Reading(node.source, node.value);
    if (readings) {
      report(node, {
        code: 'O8010',
        severity: 'warning',
        message: `Helm and kubectl read \`${node.source}\` as ${readings.yaml11}, YAML 1.2 readers as ${readings.yaml12}.`,
        hint: trapHint(node.source, readings.yaml11),
      });
    }
  }

  function follow(alias: ParsedNode & { source: string }, depth: number) {
    const target = anchors.get(alias.source);
    if (!target || open.has(target)) {
      return giveUp(
        alias,
        target
          ? `The alias \`*${alias.source}\` contains itself.`
          : `The alias \`*${alias.source}\` refers to nothing.`,
      );
    }
    inAlias++;
    const plain = visit(target, depth);
    inAlias--;
    return plain;
  }

  function giveUp(node: ParsedNode, message: string): null {
    if (complete) {
      report(node, { code: 'O8007', message, hint: 'Write the values out.' });
    }
    complete = false;
    return null;
  }

  const value = visit(root, 0);
  return { value, complete, problems };
}

interface Entry {
  key: ParsedNode;
  value: ParsedNode | null;
}

function keyHint(name: string | undefined): string {
  if (name === undefined)
    return 'Write the key as one text, in quotes if need be.';
  return name === '<<'
    ? 'Merge keys are not part of YAML 1.2; write the values out.'
    : 'Rename the key.';
}

function trapHint(source: string, yaml11: string): string {
  return yaml11 === 'true' || yaml11 === 'false'
    ? `Write ${yaml11}, or "${source}" if it is text.`
    : `Write "${source}" if it is text.`;
}
