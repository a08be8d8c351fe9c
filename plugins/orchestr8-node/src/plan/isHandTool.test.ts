import { isHandTool } from './isHandTool';

describe('isHandTool', () => {
  it.each([
    ['kubectl', true],
    ['kubectl-client-side-apply', true],
    ['kubectl-edit', true],
    ['helm', true],
    ['Lens', true],
    ['before-first-apply', true],
    ['helm-controller', false],
    ['kubectl-argo-rollouts.controller', false],
    ['k9s-operator', false],
    ['kustomize-controller', false],
    ['kube-controller-manager', false],
    ['argocd-controller', false],
  ])('of %s is %p', (manager, byHand) => {
    expect(isHandTool(manager)).toBe(byHand);
  });
});
