/** One right that the API server's authorizer found missing. */
export interface MissingRight {
  user: string;
  verb: string;
  /** With its subresource, such as `pods/log`. */
  resource: string;
  /** Empty for the core API. */
  group: string;
  /** Absent: at the cluster scope. */
  namespace?: string;
  /** Of the object that was asked for, where it is known. */
  name?: string;
}

const REFUSAL =
  /(?:"(?<name>[^"]*)" is forbidden: )?User "(?<user>[^"]+)" cannot (?<verb>\S+) resource "(?<resource>[^"]+)" in API group "(?<group>[^"]*)"(?: in the namespace "(?<namespace>[^"]+)"| at the cluster scope)/;

/** What a 403's words say is missing; `undefined` when it is not a right. */
export function missingRight(message: string): MissingRight | undefined {
  const found = REFUSAL.exec(message)?.groups;
  if (!found) return undefined;
  const { user, verb, resource, group, namespace, name } = found;
  return {
    user,
    verb,
    resource,
    group,
    ...(namespace ? { namespace } : {}),
    ...(name ? { name } : {}),
  };
}

/** What is missing, in words, and the commands with which an administrator gives it. */
export function grantOf(right: MissingRight): string {
  const { user, namespace } = right;
  const where = namespace
    ? `in the namespace ${namespace}`
    : 'in the whole cluster';
  const commands = grantCommands(right).map(command => `\`${command}\``);
  return `"${user}" lacks the right to ${right.verb} ${resourceOf(
    right,
  )} ${where}. If it is meant to have it, an administrator of the cluster gives it with ${commands.join(
    ' and ',
  )}.`;
}

/** A role of nothing but the right, and its binding to the user. */
export function grantCommands(right: MissingRight): string[] {
  const { user, verb, namespace, name } = right;
  const scope = namespace ? '' : 'cluster';
  const inside = namespace ? ` --namespace=${quoted(namespace)}` : '';
  // Whom one may be is always said by name.
  const whom = verb === 'impersonate' && right.resource === 'users' && name;
  const role = whom
    ? `orchestr8:impersonate:${whom}`
    : `orchestr8:${verb}:${right.resource.replaceAll('/', ':')}`;
  return [
    [
      `kubectl create ${scope}role ${quoted(role)}`,
      `--verb=${quoted(verb)}`,
      `--resource=${quoted(resourceOf(right))}`,
      ...(whom ? [`--resource-name=${quoted(whom)}`] : []),
    ].join(' ') + inside,
    [
      `kubectl create ${scope}rolebinding ${quoted(role)}`,
      `--${scope}role=${quoted(role)}`,
      subjectOf(user),
    ].join(' ') + inside,
  ];
}

/** As kubectl writes it: `deployments.apps`, `pods/log`. */
function resourceOf({ resource, group }: MissingRight): string {
  const [kind, ...sub] = resource.split('/');
  return [group ? `${kind}.${group}` : kind, ...sub].join('/');
}

function subjectOf(user: string): string {
  const account = /^system:serviceaccount:([^:]+):([^:]+)$/.exec(user);
  return account
    ? `--serviceaccount=${quoted(`${account[1]}:${account[2]}`)}`
    : `--user=${quoted(user)}`;
}

/** For a POSIX shell; plain words stay plain. */
function quoted(word: string): string {
  return /^[\w.:@/-]+$/.test(word)
    ? word
    : `'${word.replaceAll("'", "'\\''")}'`;
}
