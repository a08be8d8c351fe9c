import { code } from './ProblemCode';

/** The specification, `o8-module.yaml`. */
export const SPECIFICATION_CODES = {
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
  O8117: code(
    'Label or annotation not usable',
    'The catalog and Kubernetes take keys and labels of letters, digits, `-`, `_` and `.` only, up to 63 characters; the whole module would be missing from the catalog.',
    'Write it as the message says, or make a label that needs more an annotation.',
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
    'The quantity is valid but hardly meant: it is not a whole number of bytes of memory. A lower-case `m` means thousandths.',
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
  O8132: code(
    'Port declared twice',
    'Two ports have one number and protocol; a Service can have it once.',
    'Give one of them another number, or remove it. Two ports may share a `targetPort`.',
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
    'An alert has none of `condition`, `expr` and `slo`, or several of them.',
    'Keep exactly one of the three.',
  ),
  O8143: code(
    'Objective not understood',
    'The `slo` of an alert is not `<percentage>% over <period>`, or one that no alert could watch.',
    'Write for example `99.9% over 30d` for requests that do not fail, or `99% within 300ms over 30d` for those that are answered in time.',
  ),
  O8144: code(
    'Condition that does not depend on anything',
    'The condition of an alert can be read, but it is never true or always true, or as good as that, whatever happens: `error_rate > 500%`, or `request_rate < 0/s`.',
    'Compare with a number that the signal can reach. Ratios (`error_rate`, `cpu_usage`, `memory_usage`, `availability`) go from 0% to 100%, and beyond only where a container has no limit, or while a rollout adds replicas.',
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
  O8161: code(
    'Team not found',
    'The catalog has no group of the name in `spec.team`; nobody who signs in owns the module.',
    'Correct `spec.team`, or add the group to the catalog.',
  ),
  O8162: code(
    'Dependency not found',
    'The catalog has no module of the name of a dependency. The relation to it is left out until there is one.',
    'Correct the name under `spec.dependencies`, or register the module.',
  ),
  O8163: code(
    'System not found',
    'The catalog has no system of the name in `spec.system`.',
    'Correct `spec.system`, or add the system to the catalog.',
  ),
  O8164: code(
    'Name taken twice',
    'Several directories claim the name of the module. Of those in one folder or repository the catalog takes the first by path; of those in several, the one that it had first.',
    'Rename all modules but one.',
  ),
};
