import { myModule } from '../../__fixtures__/myModule';
import { configMap } from '../__fixtures__/objects';
import { objectCount } from './objectCount';

describe('objectCount', () => {
  it.each([
    [500, 0],
    [501, 1],
  ])('of %i objects finds %i faults', (count, faults) => {
    const manifests = Array.from({ length: count }, (_, index) => ({
      object: configMap({ name: `x${index}` }),
      source: 'x',
    }));
    const findings = objectCount(manifests, {
      module: myModule(),
      environment: 'dev',
      namespace: 'my-service-dev',
      podSecurity: [],
      clusterScopedKinds: [],
      foreignHosts: new Map(),
    });
    expect(findings).toHaveLength(faults);
  });
});
