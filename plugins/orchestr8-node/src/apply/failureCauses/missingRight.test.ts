import { grantCommands, grantOf, missingRight } from './missingRight';

describe('missingRight', () => {
  it.each([
    [
      'of an object in a namespace',
      'configmaps "a" is forbidden: User "orchestr8:x" cannot patch resource "configmaps" in API group "" in the namespace "shop"',
      [
        'kubectl create role orchestr8:patch:configmaps --verb=patch --resource=configmaps --namespace=shop',
        'kubectl create rolebinding orchestr8:patch:configmaps --role=orchestr8:patch:configmaps --user=orchestr8:x --namespace=shop',
      ],
    ],
    [
      'of a list in the whole cluster, by a service account',
      'deployments.apps is forbidden: User "system:serviceaccount:portal:o8" cannot list resource "deployments" in API group "apps" at the cluster scope',
      [
        'kubectl create clusterrole orchestr8:list:deployments --verb=list --resource=deployments.apps',
        'kubectl create clusterrolebinding orchestr8:list:deployments --clusterrole=orchestr8:list:deployments --serviceaccount=portal:o8',
      ],
    ],
    [
      'to be somebody else, by name only',
      'users "orchestr8:deployer" is forbidden: User "portal" cannot impersonate resource "users" in API group "" at the cluster scope',
      [
        'kubectl create clusterrole orchestr8:impersonate:orchestr8:deployer --verb=impersonate --resource=users --resource-name=orchestr8:deployer',
        'kubectl create clusterrolebinding orchestr8:impersonate:orchestr8:deployer --clusterrole=orchestr8:impersonate:orchestr8:deployer --user=portal',
      ],
    ],
    [
      'of a subresource',
      'pods "p" is forbidden: User "o\'neil & co" cannot get resource "pods/log" in API group "" in the namespace "n"',
      [
        'kubectl create role orchestr8:get:pods:log --verb=get --resource=pods/log --namespace=n',
        "kubectl create rolebinding orchestr8:get:pods:log --role=orchestr8:get:pods:log --user='o'\\''neil & co' --namespace=n",
      ],
    ],
  ])('%s', (_, message, commands) => {
    const right = missingRight(`The cluster "c" did not apply: ${message}`)!;
    expect(grantCommands(right)).toEqual(commands);
    for (const command of commands) expect(grantOf(right)).toContain(command);
  });

  it('is nothing where the refusal was not for want of a right', () => {
    expect(missingRight('violates PodSecurity "restricted"')).toBeUndefined();
  });
});
