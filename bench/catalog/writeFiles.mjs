import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

const TEAMS = 50;
const USERS = 500;
const DEPENDENCIES = 3;

/**
 * Writes the files of one side: groups and users, and as many modules or plain
 * Components, each with an owner and three dependencies wherever among them.
 *
 * @param {string} folder
 * @param {{ side: 'ours' | 'anchor', count: number }} options
 */
export function writeFiles(folder, { side, count }) {
  write(join(folder, 'org.yaml'), organisation());
  const [file, text] =
    side === 'ours'
      ? ['o8-module.yaml', moduleText]
      : ['catalog-info.yaml', componentText];
  for (let at = 0; at < count; at++) {
    write(join(folder, 'files', nameOf(at), file), text(at, { count }));
  }
}

export const nameOf = at => `module-${at}`;

/** The text of a module with nothing to mend, as there is nothing to mend in the Components. */
export function moduleText(at, { count, description = `Module ${at}` }) {
  const dependencies = othersThan(at, count).map(
    other => `    - { name: ${nameOf(other)}, version: ">=1.0 <9" }\n`,
  );
  return `apiVersion: orchestr8.io/v1
kind: Module
metadata:
  name: ${nameOf(at)}
  version: "1.0.${at % 10}"
  description: ${description}
  tags: [bench, tag-${at % 20}]
spec:
  team: team-${at % TEAMS}
  owner: user-${at % USERS}@company.com
  category: backend-service
  dependencies:
${dependencies.join('')}  security:
    podSecurityStandard: restricted
    networkIsolation: true
  resources:
    requests: { memory: "256Mi", cpu: "100m" }
    limits: { memory: "512Mi", cpu: "500m" }
  networking:
    ports:
      - { name: http, port: 8080, protocol: TCP }
  monitoring:
    healthChecks: { liveness: /health/live, readiness: /health/ready }
`;
}

function componentText(at, { count }) {
  const dependencies = othersThan(at, count).map(
    other => `    - component:${nameOf(other)}\n`,
  );
  return `apiVersion: backstage.io/v1alpha1
kind: Component
metadata:
  name: ${nameOf(at)}
  description: Module ${at}
  tags: [bench, tag-${at % 20}]
spec:
  type: backend-service
  lifecycle: production
  owner: team-${at % TEAMS}
  dependsOn:
${dependencies.join('')}`;
}

/** The same ones in every run, before and after it in the order of ingestion. */
function othersThan(at, count) {
  const steps = Array.from(
    { length: Math.min(DEPENDENCIES, count - 1) },
    (_, n) => 1 + ((at * 7919 + n * 104729) % (count - 1)),
  );
  return [...new Set(steps)].map(step => (at + step) % count);
}

function organisation() {
  const teams = Array.from(
    { length: TEAMS },
    (_, at) => `---
apiVersion: backstage.io/v1alpha1
kind: Group
metadata: { name: team-${at} }
spec: { type: team, children: [] }
`,
  );
  const users = Array.from(
    { length: USERS },
    (_, at) => `---
apiVersion: backstage.io/v1alpha1
kind: User
metadata: { name: user-${at} }
spec:
  profile: { email: user-${at}@company.com }
  memberOf: [team-${at % TEAMS}]
`,
  );
  return [...teams, ...users].join('');
}

function write(path, text) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}
