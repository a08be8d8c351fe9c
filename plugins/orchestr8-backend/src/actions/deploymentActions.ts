import { z } from 'zod/v3';
import {
  answer,
  CHANGES,
  environmentName,
  items,
  leave,
  moduleName,
  PortalAction,
  portalAction,
  READS,
  RECORDS,
} from './PortalAction';

const planHash = z
  .string()
  .describe('Hash of a plan that was made and shown: "sha256:…".');
const deploymentId = z.string().uuid().describe('Id of a deployment.');

const plan = answer(
  { hash: z.string(), module: z.string(), environment: z.string() },
  'The plan: its hash, the changes object by object, gates, refusals and warnings.',
);
const deployment = answer(
  { id: z.string(), state: z.string(), message: z.string() },
  'The deployment: its id, state, steps, and what it waits for or failed of.',
);

/**
 * Plans and what carries them out. A plan is approved by people only: there is
 * no action for that.
 */
export const DEPLOYMENT_ACTIONS: PortalAction[] = [
  portalAction({
    name: 'plan-deployment',
    title: 'Plan a deployment or promotion',
    description:
      'What would happen if a module were deployed to an environment, object by object; nothing happens. With "from" the release that runs there is planned: a promotion. Carry the plan out with orchestr8:deploy.',
    attributes: RECORDS,
    input: z.object({
      module: moduleName,
      environment: environmentName,
      from: environmentName
        .optional()
        .describe('The environment to promote from.'),
      release: z
        .string()
        .optional()
        .describe('Digest of a release; default: what the catalog has.'),
      leave,
    }),
    output: plan,
    call: (portal, { module, ...request }) =>
      portal.makePlan(module, request as never),
  }),
  portalAction({
    name: 'plan-rollback',
    title: 'Plan a rollback',
    description:
      'What it takes that a release which ran in the environment runs there again; nothing happens. Default: the release before.',
    attributes: RECORDS,
    input: z.object({
      module: moduleName,
      environment: environmentName,
      version: z.string().optional().describe('A version that ran there.'),
      leave,
    }),
    output: plan,
    call: (portal, { module, ...request }) =>
      portal.planRollback(module, request as never),
  }),
  portalAction({
    name: 'plan-deletion',
    title: 'Plan a deletion',
    description:
      'What it takes that a module is gone from an environment; nothing happens.',
    attributes: RECORDS,
    input: z.object({
      module: moduleName,
      environment: environmentName,
      leave,
    }),
    output: plan,
    call: (portal, { module, ...request }) =>
      portal.planDeletion(module, request as never),
  }),
  portalAction({
    name: 'request-approval',
    title: 'Ask for approval',
    description:
      'Asks the people who may for the approval that the environment of a plan demands. Only people can give it.',
    attributes: RECORDS,
    input: z.object({ plan: planHash, comment: z.string().optional() }),
    output: answer(
      { plan: z.string(), state: z.string() },
      'The request, with who may answer it.',
    ),
    call: (portal, { plan: hash, comment }) =>
      portal.requestApproval(hash, { comment }),
  }),
  portalAction({
    name: 'deploy',
    title: 'Carry out a plan',
    description:
      'Carries out a plan exactly as it was shown; refused when the world has moved since. Answers at once: follow it with orchestr8:get-deployment.',
    attributes: CHANGES,
    input: z.object({ plan: planHash }),
    output: deployment,
    call: (portal, input) => portal.deploy(input),
  }),
  portalAction({
    name: 'get-deployment',
    title: 'State of a deployment',
    description:
      'How far a deployment is, step by step; when it failed, the cause with its evidence and remedy.',
    attributes: READS,
    input: z.object({ id: deploymentId }),
    output: deployment,
    call: (portal, { id }) => portal.getDeployment(id),
  }),
  portalAction({
    name: 'list-deployments',
    title: 'History of a module',
    description: 'The deployments of a module, newest first.',
    attributes: READS,
    input: z.object({
      module: moduleName,
      environment: environmentName.optional(),
      limit: z.coerce.number().int().min(1).max(100).optional(),
    }),
    output: items('Deployments.'),
    call: async (portal, { module, ...query }) => ({
      items: await portal.listDeployments(module, query),
    }),
  }),
  portalAction({
    name: 'cancel-deployment',
    title: 'Cancel a deployment',
    description:
      'Stops a deployment that waits or runs; what it has applied stays.',
    attributes: { ...CHANGES, idempotent: true },
    input: z.object({ id: deploymentId }),
    output: deployment,
    call: (portal, { id }) => portal.cancelDeployment(id),
  }),
  portalAction({
    name: 'scale',
    title: 'Scale a module',
    description:
      'Sets the number of replicas in an environment, as an override that stays visible.',
    attributes: { ...CHANGES, idempotent: true },
    input: z.object({
      module: moduleName,
      environment: environmentName,
      replicas: z.coerce.number().int().min(0),
    }),
    output: deployment,
    call: (portal, { module, ...request }) => portal.scale(module, request),
  }),
  portalAction({
    name: 'restart',
    title: 'Restart a module',
    description: 'Replaces the pods of a module in an environment, in turn.',
    attributes: CHANGES,
    input: z.object({ module: moduleName, environment: environmentName }),
    output: deployment,
    call: (portal, { module, environment }) =>
      portal.restart(module, environment),
  }),
];
