/** The text of a small sound module. */
export function moduleText(
  name: string,
  spec: { owner?: string; team?: string; extra?: string } = {},
): string {
  return `apiVersion: orchestr8.io/v1
kind: Module
metadata:
  name: ${name}
  version: "1.0.0"
  description: A module of a test
spec:
  team: ${spec.team ?? 'shop-team'}
  owner: ${spec.owner ?? 'sofia.rossi@company.com'}
  resources:
    requests: { memory: "64Mi", cpu: "50m" }
    limits: { memory: "128Mi", cpu: "100m" }
${spec.extra ?? ''}`;
}

/** Line 13 has a field that does not exist. */
export const brokenText = (name: string) =>
  moduleText(name, { extra: '  sekurity: {}\n' });

/** A User entity as text. */
export const userText = (name: string, email: string) => `---
apiVersion: backstage.io/v1alpha1
kind: User
metadata:
  name: ${name}
spec:
  profile: { email: ${email} }
  memberOf: []
`;
