import { ResolvedModule } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Specification } from './aSpecification';

/** A mistake that both the language and Kubernetes know. */
export interface MistakeOfBoth {
  name: string;
  /** What the language calls it. */
  code: string;
  /** Makes it in the specification. */
  change(specification: Specification): void;
  /** Makes it behind the language's back: in what the chart and the generators are given. */
  tamper(resolved: ResolvedModule): void;
}

// What the chart is given is open by nature.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Values = Record<string, any>;

/** A mistake at one place of `spec`, and at the chart's value that it becomes. */
const wrong = (
  name: string,
  code: string,
  set: { spec(spec: Values): void; values(values: Values): void },
): MistakeOfBoth => ({
  name,
  code,
  change: ({ spec }) => set.spec(spec),
  tamper: ({ values }) => set.values(values as Values),
});

const inPort = (name: string, code: string, part: object) =>
  wrong(name, code, {
    spec: spec => Object.assign(spec.networking.ports[1], part),
    values: values => Object.assign(values.service.ports[1], part),
  });

const inIngress = (name: string, code: string, part: object) =>
  wrong(name, code, {
    spec: spec => Object.assign(spec.networking.ingress, part),
    values: values => Object.assign(values.ingress, part),
  });

const inLiveness = (name: string, code: string, part: object) =>
  wrong(name, code, {
    spec: spec => Object.assign(spec.monitoring.healthChecks.liveness, part),
    values: values => Object.assign(values.livenessProbe, part),
  });

const inResources = (name: string, code: string, part: Values) =>
  wrong(name, code, {
    spec: spec => {
      for (const key of Object.keys(part))
        spec.resources[key] = { ...spec.resources[key], ...part[key] };
    },
    values: values => {
      for (const key of Object.keys(part))
        values.resources[key] = { ...values.resources[key], ...part[key] };
    },
  });

/** What the language refuses for a reason that Kubernetes knows too. */
export const MISTAKES_OF_BOTH: readonly MistakeOfBoth[] = [
  inPort('a port beyond the last', 'O8106', { port: 70000 }),
  inPort('port 0', 'O8106', { port: 0 }),
  inPort('a port that is no number', 'O8103', { port: 'many' }),
  inPort('a port name in capitals', 'O8105', { name: 'HTTP' }),
  inPort('a port name that is too long', 'O8105', {
    name: 'a-very-long-port-name',
  }),
  inPort('a port name without a letter', 'O8105', { name: '8081' }),
  inPort('a port name with two hyphens', 'O8105', { name: 'a--b' }),
  inPort('two ports of one name', 'O8114', { name: 'http' }),
  inPort('an unknown protocol', 'O8104', { protocol: 'HTTP' }),
  inPort('a target port beyond the last', 'O8106', { targetPort: 65536 }),
  inResources('a quantity in words', 'O8120', { limits: { memory: 'lots' } }),
  inResources('a unit that there is not', 'O8120', {
    requests: { memory: '64MB' },
  }),
  inResources('a negative quantity', 'O8120', { limits: { cpu: '-1' } }),
  inResources('a request above its limit', 'O8121', { requests: { cpu: '2' } }),
  inIngress('a host in capitals', 'O8105', { host: 'Shop.example.com' }),
  inIngress('a host with a port', 'O8105', { host: 'shop.example.com:80' }),
  inIngress('a host that is a URL', 'O8105', {
    host: 'https://shop.example.com',
  }),
  inIngress('a path that does not begin at the root', 'O8105', {
    path: 'shop',
  }),
  inIngress('a class that is no name', 'O8105', { className: 'My Class' }),
  wrong('a TLS secret that is no name', 'O8105', {
    spec: spec => {
      spec.networking.ingress.tls.secretName = 'My_Secret';
    },
    values: values => {
      values.ingress.tls[0].secretName = 'My_Secret';
    },
  }),
  inLiveness('a negative period', 'O8106', { periodSeconds: -1 }),
  inLiveness('a negative delay', 'O8106', { initialDelaySeconds: -1 }),
  inLiveness('a negative threshold', 'O8106', { failureThreshold: -3 }),
  inLiveness('a delay in words', 'O8103', { initialDelaySeconds: 'soon' }),
  inLiveness('two ways to ask', 'O8105', { exec: { command: ['true'] } }),
  inLiveness('a field that a probe has not', 'O8101', { retries: 3 }),
  {
    name: 'a module name that is no DNS label',
    code: 'O8112',
    change: ({ metadata }) => {
      metadata.name = 'My_Shop';
    },
    tamper: ({ module }) => {
      module.metadata.name = 'My_Shop';
    },
  },
];
