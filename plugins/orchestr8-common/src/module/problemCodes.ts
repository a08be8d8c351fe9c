/** What a code of a {@link Problem} stands for; the page of codes in the documentation is made from this table. @public */
export interface ProblemCode {
  /** A few words for the heading. */
  title: string;
  cause: string;
  cure: string;
}

const code = (title: string, cause: string, cure: string): ProblemCode => ({
  title,
  cause,
  cure,
});

/**
 * Every code that a problem of this package can carry. A code is never given a
 * second meaning; one that is no longer used stays in the table.
 *
 * `O80` reading the file, `O81` the specification, `O82` the directory, `O83` lint,
 * `O84` overlays, `O85` templates. The engine has a table of its own for `O86`
 * (rendering) and `O87` (policy).
 *
 * @public
 */
export const PROBLEM_CODES = {
  O8001: code(
    'Not UTF-8',
    'The file holds bytes that are not UTF-8 text.',
    'Save the file as UTF-8, without a legacy encoding such as Latin-1 or UTF-16.',
  ),
  O8002: code(
    'File too large',
    'A YAML file of a module may hold at most 256 KiB.',
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
    'Aliases (`*name`) blow the document up far beyond its size, refer to nothing, or contain themselves.',
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

  O8101: code(
    'Unknown field',
    'The field is not part of the language; mostly it is a typing mistake or stands at the wrong level.',
    'Use the suggested name, or look up where the field belongs.',
  ),
  O8102: code(
    'Field missing',
    'A field that is required is not there.',
    'Add the field.',
  ),
  O8103: code(
    'Wrong type',
    'The value is of another type than the field takes, such as text in place of a number.',
    'Write a value of the type that the message names; quote text that looks like a number.',
  ),
  O8104: code(
    'Not one of the allowed values',
    'The field takes one of a few words, and this is none of them.',
    'Use one of the words that the message lists.',
  ),
  O8105: code(
    'Value not well formed',
    'The value has the right type but not the form that the field needs.',
    'Follow the form that the message gives.',
  ),
  O8106: code(
    'Number out of range',
    'The number is smaller or larger than the field allows.',
    'Use a number inside the range.',
  ),
  O8107: code(
    'Not a Module',
    '`apiVersion` or `kind` is not the one that this file must have.',
    'Write `apiVersion: orchestr8.io/v1` and `kind: Module`.',
  ),
  O8110: code(
    'Version is not quoted',
    'An unquoted version such as `1.0` is a number in YAML, and 1.10 and 1.1 are the same number.',
    'Quote it and write all three parts: `version: "1.0.0"`.',
  ),
  O8111: code(
    'Version is not SemVer',
    'The version does not follow Semantic Versioning 2.',
    'Write MAJOR.MINOR.PATCH, such as `1.4.0` or `2.0.0-rc.1`, without a leading `v`.',
  ),
  O8112: code(
    'Name not usable',
    'The name is not a DNS label of at most 53 characters; namespaces and Services could not carry it.',
    'Use lower-case letters, digits and `-`; start with a letter or digit and end with one.',
  ),
  O8113: code(
    'Name reserved',
    'The name belongs to Kubernetes or to a system that runs in the cluster.',
    'Choose another name, such as one that starts with the name of the team.',
  ),
  O8114: code(
    'Name given twice',
    'Two entries of a list have the same name, and would overwrite each other.',
    'Rename or remove one of them.',
  ),
  O8115: code(
    'Range not understood',
    'The version of a dependency is not a range that node-semver understands.',
    'Write for example `^6.0`, `>=1.2 <2`, `1.x` or an exact version.',
  ),
  O8116: code(
    'Module depends on itself',
    'A dependency has the name of the module itself.',
    'Remove the dependency.',
  ),
  O8120: code(
    'Quantity not understood',
    'The value is not a Kubernetes quantity.',
    'CPU: `100m`, `0.5`, `2`. Memory: `256Mi`, `1Gi`, `512M`.',
  ),
  O8121: code(
    'Requests exceed limits',
    'A request is larger than the limit of the same resource; Kubernetes refuses such a Pod.',
    'Lower the request or raise the limit.',
  ),
  O8122: code(
    'Quantity looks wrong',
    'The quantity is valid but hardly meant: a lower-case `m` after memory means thousandths of a byte.',
    'Write `Mi` for mebibytes.',
  ),
  O8130: code(
    'Ingress without a host',
    'The Ingress is enabled but no host is given; without one it would catch the traffic of every name.',
    'Add `host`, or set `enabled: false`.',
  ),
  O8131: code(
    'No such port',
    'A health check, the metrics or the Ingress needs a port that is not declared.',
    'Declare the port under `spec.networking.ports`, or correct the name.',
  ),
  O8140: code(
    'Condition not understood',
    'The condition of an alert is not `<signal> <operator> <number><unit>`.',
    'Write for example `error_rate > 5%` or `p95_latency > 500ms`, or use `expr` with PromQL.',
  ),
  O8141: code(
    'PromQL not understood',
    'The `expr` of an alert is not a PromQL expression, or one that cannot be bound to the namespace of the module.',
    'Look at the marked place; try the expression in Prometheus.',
  ),
  O8142: code(
    'Alert needs a condition',
    'An alert has neither `condition` nor `expr`, or both.',
    'Keep exactly one of the two.',
  ),
  O8150: code(
    'Secret described twice',
    'A secret has both `keys` and `from`.',
    'Use `from` for a whole entry of the store, or `keys` for single ones.',
  ),
  O8160: code(
    'Accountable person not found',
    'No user of the catalog has the e-mail address or the name in `spec.owner`, or several have.',
    'Correct `spec.owner`, or add the person to the catalog with this e-mail address.',
  ),

  O8201: code(
    'No o8-module.yaml',
    'The directory holds no `o8-module.yaml`, so it is not a module.',
    'Run the command in the directory of the module, or write one with `o8 module init`.',
  ),
  O8202: code(
    'No chart',
    'The module has no `charts/Chart.yaml`, and there is nothing to deploy.',
    'Add a Helm chart under `charts/`: `Chart.yaml`, `values.yaml` and `templates/`.',
  ),
  O8203: code(
    'Path not allowed',
    'A path is absolute, leads out of the module, or holds characters that not every system can write.',
    'Rename the file; keep everything below the directory of the module.',
  ),
  O8204: code(
    'File too large',
    'A file of a module may hold at most 5 MiB.',
    'Keep large files out of the module, for instance in an image.',
  ),
  O8205: code(
    'Module too large',
    'A module may hold at most 2,000 files and 20 MiB.',
    'Remove what does not belong to the deployment, or exclude it from the upload.',
  ),
  O8206: code(
    'Overlay not recognised',
    'A file in `environments/` is not called `<environment>.yaml`, or two files are meant for one environment.',
    'Name the file after the environment, such as `environments/production.yaml`, and keep one of two.',
  ),

  O8301: code(
    'No description',
    'Nobody but its authors knows what the module is for.',
    'Add one sentence as `metadata.description`.',
  ),
  O8302: code(
    'No resources',
    'Without requests and limits one module can starve its neighbours, and the scheduler guesses.',
    'Add `spec.resources` with `requests` and `limits` for cpu and memory.',
  ),
  O8303: code(
    'No health checks',
    'Without a liveness and a readiness check a broken pod keeps getting requests.',
    'Add `spec.monitoring.healthChecks.liveness` and `readiness`.',
  ),
  O8304: code(
    'No alerts',
    'Nobody is told when the module breaks in the last environment.',
    'Add at least one entry to `spec.monitoring.alerts`, such as `error_rate > 5%`.',
  ),
  O8305: code(
    'Dependency without a range',
    'Any version of the dependency would do, also one that does not work.',
    'Write the dependency as an object with a `version` such as `^6.0`.',
  ),
  O8306: code(
    'No README',
    'The module has neither a README nor a `docs/` folder.',
    'Add a `README.md` that says what the module does and how to operate it.',
  ),

  O8401: code(
    'Looks like a known field',
    'A key of an overlay that Orchestr8 does not know goes to the chart untouched; this one is spelled almost like a known one.',
    'Correct the spelling, or ignore the warning if the chart really has such a value.',
  ),
  O8402: code(
    'Overlay names no known field of the module',
    'An overlay cannot change what a module is: its name, version, team or owner.',
    'Change it in `o8-module.yaml`.',
  ),

  O8501: code(
    'Variable not usable',
    'A variable of the template has a name that is taken, or a default that does not fit its own rules.',
    'Rename the variable or correct its default.',
  ),
  O8502: code(
    'Path leaves the template',
    'A `source` or `target` is absolute or leads out of its directory.',
    'Use a path below the template, or below the new module.',
  ),
  O8503: code(
    'Source not found',
    'The template names a file or folder that it does not contain.',
    'Correct `source`, or add the file. A folder ends with `/`.',
  ),
  O8504: code(
    'Value missing',
    'A variable that the template requires was not given.',
    'Give the value, with `--set name=value` or in the wizard.',
  ),
  O8505: code(
    'Value does not fit',
    'The value of a variable does not fit its type, pattern or allowed values.',
    'Give a value of the form that the message names.',
  ),
  O8506: code(
    'Unknown variable',
    'A value was given for a variable that the template does not have.',
    'Leave it out, or correct the name.',
  ),
  O8507: code(
    'Text cannot be filled in',
    'The template engine could not read or fill in a file of the template.',
    'Look at the marked place; `${{ }}` holds expressions, `{% %}` statements.',
  ),
  O8508: code(
    'Two files for one path',
    'Two entries of `files` write the same path of the new module.',
    'Remove one of them, or give them conditions (`when`) that exclude each other.',
  ),
} as const satisfies Record<string, ProblemCode>;

/** @public */
export type ProblemCodeName = keyof typeof PROBLEM_CODES;
