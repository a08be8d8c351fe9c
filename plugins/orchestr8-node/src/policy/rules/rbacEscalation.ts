import { forEachObject, Verdict } from '../forEachObject';

const ESCALATING = ['escalate', 'bind', 'impersonate'];
/** Whoever may use these acts as somebody else, or inside of a running pod. */
const POWERFUL = [
  'nodes/proxy',
  'pods/attach',
  'pods/ephemeralcontainers',
  'pods/exec',
  'pods/portforward',
  'pods/proxy',
  'serviceaccounts/token',
  'services/proxy',
];
/** Changing who may do what, whatever is given today. */
const RIGHTS = ['roles', 'rolebindings', 'clusterroles', 'clusterrolebindings'];
const LOOKING = ['get', 'list', 'watch'];
const READING = ['get', 'list', 'watch', '*'];

interface Rule {
  apiGroups?: string[];
  resources?: string[];
  resourceNames?: string[];
  verbs?: string[];
  nonResourceURLs?: string[];
}

/** A module's roles give no more than the module has: no wildcards, no way up, no Secrets of others. */
export const rbacEscalation = forEachObject(
  'rbac-escalation',
  (object, { namespace }) => {
    if (/^(Cluster)?Role$/.test(object.kind)) {
      return [
        ...((object.rules ?? []) as Rule[]).flatMap(judgeRule),
        ...(object.aggregationRule
          ? [
              {
                path: 'aggregationRule',
                message:
                  'It gathers rules of other roles, and what they will hold tomorrow.',
                remedy: 'Write the rules out.',
              },
            ]
          : []),
      ];
    }
    if (/^(Cluster)?RoleBinding$/.test(object.kind)) {
      return judgeBinding(object.roleRef, object.subjects ?? [], namespace);
    }
    return [];
  },
);

function judgeRule(rule: Rule, index: number): Verdict[] {
  const { apiGroups = [], resources = [], verbs = [] } = rule;
  const verdicts: Verdict[] = [];
  const refuse = (field: string, message: string, remedy: string) =>
    verdicts.push({ path: `rules[${index}].${field}`, message, remedy });
  for (const [field, values] of Object.entries({
    apiGroups,
    resources,
    verbs,
  })) {
    if (values.some(value => value.includes('*'))) {
      refuse(
        field,
        `The wildcard "*" in ${field} gives everything, also what will only exist tomorrow.`,
        'Name what is needed.',
      );
    }
  }
  const escalating = verbs.filter(verb => ESCALATING.includes(verb));
  if (escalating.length > 0) {
    refuse(
      'verbs',
      `"${escalating.join('", "')}" lets the module give itself any right.`,
      'Remove the verb.',
    );
  }
  const powerful = resources.filter(each => POWERFUL.includes(each));
  if (powerful.length > 0) {
    refuse(
      'resources',
      `"${powerful.join(
        '", "',
      )}" lets the module act inside of pods or as another account.`,
      'Remove the resource.',
    );
  }
  const changesRights =
    resources.some(each => RIGHTS.includes(each)) &&
    verbs.some(verb => !LOOKING.includes(verb) && verb !== '*');
  if (changesRights && escalating.length === 0) {
    refuse(
      'resources',
      'It lets the module change who may do what.',
      'Leave out what changes roles and bindings.',
    );
  }
  if (rule.nonResourceURLs?.some(url => url.includes('*'))) {
    refuse(
      'nonResourceURLs',
      'It opens every address of the API server that matches.',
      'Name the addresses.',
    );
  }
  const readsSecrets =
    resources.includes('secrets') &&
    !rule.resourceNames?.length &&
    verbs.some(verb => READING.includes(verb));
  if (readsSecrets) {
    refuse(
      'resources',
      'It reads every Secret of the namespace.',
      'Name the Secrets under resourceNames, with verb get.',
    );
  }
  return verdicts;
}

function judgeBinding(
  roleRef: { kind?: string; name?: string } | undefined,
  subjects: { kind?: string; name?: string; namespace?: string }[],
  namespace: string,
): Verdict[] {
  const verdicts: Verdict[] = [];
  if (roleRef?.kind === 'ClusterRole') {
    verdicts.push({
      path: 'roleRef',
      message: `It binds the ClusterRole "${roleRef.name}", whose rules are not the module's.`,
      remedy: 'Bind a Role of the module.',
    });
  }
  subjects.forEach((subject, index) => {
    const own =
      subject.kind === 'ServiceAccount' &&
      (subject.namespace ?? namespace) === namespace;
    if (!own) {
      verdicts.push({
        path: `subjects[${index}]`,
        message: `It gives rights to ${subject.kind} "${subject.name}", which is not the module's.`,
        remedy: "Bind the module's ServiceAccount only.",
      });
    }
  });
  return verdicts;
}
