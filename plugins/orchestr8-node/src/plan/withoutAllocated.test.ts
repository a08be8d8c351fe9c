import { withoutAllocated } from './withoutAllocated';

const service = (spec: object) => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name: 'shop', namespace: 'shop-dev' },
  spec,
});

describe('a new Service, tried', () => {
  it('has no address and no port of a node that only the trial gave it', () => {
    const written = service({
      type: 'LoadBalancer',
      ports: [{ port: 80 }, { port: 81, nodePort: 30081 }],
    });
    const trial = service({
      type: 'LoadBalancer',
      clusterIP: '10.96.0.0',
      clusterIPs: ['10.96.0.0'],
      healthCheckNodePort: 31000,
      sessionAffinity: 'None',
      ports: [
        { port: 80, protocol: 'TCP', nodePort: 30000 },
        { port: 81, protocol: 'TCP', nodePort: 30081 },
      ],
    });
    expect(withoutAllocated(trial, written).spec).toEqual({
      type: 'LoadBalancer',
      sessionAffinity: 'None',
      ports: [
        { port: 80, protocol: 'TCP' },
        { port: 81, protocol: 'TCP', nodePort: 30081 },
      ],
    });
  });

  it('keeps the address that is written', () => {
    const written = service({ clusterIP: 'None' });
    const trial = service({ clusterIP: 'None', clusterIPs: ['None'] });
    expect(withoutAllocated(trial, written).spec).toEqual({
      clusterIP: 'None',
    });
  });

  it('leaves other kinds as they are', () => {
    const object = { ...service({ clusterIP: 'x' }), kind: 'Other' };
    expect(withoutAllocated(object, object)).toBe(object);
  });
});
