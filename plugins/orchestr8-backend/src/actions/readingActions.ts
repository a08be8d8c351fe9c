import { z } from 'zod/v3';
import {
  environmentName,
  items,
  moduleName,
  PortalAction,
  portalAction,
  READS,
} from './PortalAction';

/** What may be looked at. */
export const READING_ACTIONS: PortalAction[] = [
  portalAction({
    name: 'list-environments',
    title: 'List environments',
    description:
      'The environments in the order of the path to production, each with its cluster and what it asks for before a deployment.',
    attributes: READS,
    input: z.object({}),
    output: items('Environments.'),
    call: async portal => ({ items: await portal.listEnvironments() }),
  }),
  portalAction({
    name: 'list-modules',
    title: 'List modules',
    description:
      'The modules that you may read, each with its team and with the version and health in every environment.',
    attributes: READS,
    input: z.object({}),
    output: items('Modules.'),
    call: async portal => ({ items: await portal.listModules() }),
  }),
  portalAction({
    name: 'get-status',
    title: 'Status of a module',
    description:
      'What of a module runs in an environment, or in all: version, health with cause and remedy, pods, overrides, and how old the data is.',
    attributes: READS,
    input: z.object({
      module: moduleName,
      environment: environmentName.optional(),
    }),
    output: items('Observations, one an environment.'),
    call: async (portal, { module, environment }) => ({
      items: await portal.listObservations(module, environment),
    }),
  }),
  portalAction({
    name: 'list-problems',
    title: 'Problems of a module',
    description:
      'What is wrong in the files of a module: code, severity, file, line, column, message, and what to do.',
    attributes: READS,
    input: z.object({ module: moduleName }),
    output: items('Problems.'),
    call: async (portal, { module }) => ({
      items: await portal.listProblems(module),
    }),
  }),
  portalAction({
    name: 'get-dependencies',
    title: 'Dependencies of a module',
    description:
      'The tree of what a module depends on, with the ranges, and with what runs in the environment where one is named.',
    attributes: READS,
    input: z.object({
      module: moduleName,
      environment: environmentName.optional(),
    }),
    output: z.object({ name: z.string() }).passthrough(),
    call: (portal, { module, environment }) =>
      portal.getDependencies(module, environment),
  }),
  portalAction({
    name: 'list-drift',
    title: 'Drift of a module',
    description:
      'What in an environment is not as it was deployed, field by field, with who changed it; empty when nothing is.',
    attributes: READS,
    input: z.object({ module: moduleName, environment: environmentName }),
    output: items('Objects that drifted.'),
    call: async (portal, { module, environment }) => ({
      items: await portal.listDrift(module, environment),
    }),
  }),
  portalAction({
    name: 'get-alerts',
    title: 'Alerts of a module',
    description: 'The rules of a module in an environment, and which fire.',
    attributes: READS,
    input: z.object({ module: moduleName, environment: environmentName }),
    output: z.object({}).passthrough(),
    call: (portal, { module, environment }) =>
      portal.getAlerts(module, environment),
  }),
];
