import { code } from './ProblemCode';

/** Reading one file. */
export const READING_CODES = {
  O8001: code(
    'Not UTF-8',
    'The file holds bytes that are not UTF-8 text.',
    'Save the file as UTF-8, without a legacy encoding such as Latin-1 or UTF-16.',
  ),
  O8002: code(
    'File too large',
    'A YAML file of a module may hold at most 256 KiB, and of these at most 150,000 words, signs and spaces.',
    'Move bulk data out of the specification, into the chart or a ConfigMap.',
  ),
  O8003: code(
    'Not YAML',
    'The text is not YAML: a bracket or quote is not closed, the indentation does not fit, or a tab indents a line.',
    'Look at the marked place and the line before it.',
  ),
  O8004: code(
    'More than one document',
    'The file holds several YAML documents, separated by `---`. One file is one specification.',
    'Keep one document, and move the others to files of their own.',
  ),
  O8005: code(
    'Key given twice',
    'The same key stands twice in one object; readers disagree about which one counts.',
    'Remove one of the two.',
  ),
  O8006: code(
    'Tag not allowed',
    'The file uses a YAML tag such as `!include` or `!!binary`. Tags mean different things to different readers.',
    'Write the value without a tag.',
  ),
  O8007: code(
    'Too many aliases',
    'Aliases (`*name`) blow the document up far beyond its size, refer to nothing, or contain themselves; or there are more than 1,000 anchors and aliases.',
    'Write the values out.',
  ),
  O8008: code(
    'Nested too deeply',
    'Objects and lists stand inside one another more than 32 levels deep.',
    'Flatten the structure; no field of a module is nested that deeply.',
  ),
  O8009: code(
    'Key not allowed',
    'A key is not text, or is one of `__proto__`, `constructor`, `prototype`, `<<`, which some readers treat specially.',
    'Use another key. Merge keys (`<<`) are not part of YAML 1.2: write the values out.',
  ),
  O8010: code(
    'Readers disagree about this value',
    'YAML 1.1 readers such as Helm and kubectl read this unquoted value differently from YAML 1.2 readers: `yes` is true to one and text to the other, `010` is 8 or 10.',
    'Quote the value if it is text; write `true`, `false` or a plain decimal number if it is not.',
  ),
  O8011: code(
    'Nothing in the file',
    'The file is empty, or holds only comments, or its top level is not an object.',
    'Start with `apiVersion: orchestr8.io/v1`.',
  ),
  O8012: code(
    'Too many problems',
    'Only the first problems of the file are listed.',
    'Mend these first.',
  ),
};
