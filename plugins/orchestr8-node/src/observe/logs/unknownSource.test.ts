import { unknownSource } from './unknownSource';

const pod = (name: string, containers: string[]) => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name, namespace: 'shop-dev' },
  spec: {
    initContainers: [{ name: 'migrate' }],
    containers: containers.map(container => ({ name: container })),
  },
});
const pods = [pod('shop-a', ['app', 'proxy']), pod('shop-b', ['app'])];

describe('unknownSource', () => {
  it.each<[string, object, string | undefined]>([
    ['nothing is named', {}, undefined],
    ['a container that is there', { container: 'app' }, undefined],
    ['an init container', { container: 'migrate' }, undefined],
    [
      'a container that is not there',
      { container: 'ap' },
      'No container of shop is named "ap"; there are app, migrate, proxy.',
    ],
    [
      'a container that another pod has',
      { pod: 'shop-b', container: 'proxy' },
      'No container of shop-b is named "proxy"; there are app, migrate.',
    ],
    [
      'a pod that is not there',
      { pod: 'shop-c', container: 'app' },
      'No pod of shop is named "shop-c"; there are shop-a, shop-b.',
    ],
  ])('says of %s %j: %s', (_, wanted, message) => {
    expect(unknownSource(pods, { module: 'shop', ...wanted })).toBe(message);
  });

  it('says nothing while there are no pods: they may come', () => {
    expect(
      unknownSource([], { module: 'shop', container: 'app' }),
    ).toBeUndefined();
  });
});
