import { ActionsRegistryActionOptions } from '@backstage/backend-plugin-api/alpha';
import {
  LEAVES,
  Orchestr8Client,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { z } from 'zod/v3';

/** Something that the portal offers to tools: the wizard, assistants by MCP, the actions' command line. */
export type PortalAction = Pick<
  ActionsRegistryActionOptions<z.AnyZodObject, z.AnyZodObject>,
  'name' | 'title' | 'description' | 'attributes'
> & {
  input: z.AnyZodObject;
  output: z.AnyZodObject;
  /** The same request that a person makes, with the caller's own permissions. */
  call: (portal: Orchestr8Client, input: unknown) => Promise<object>;
};

/** An action with the type of its input known to its call. */
export function portalAction<TInput extends z.AnyZodObject>(
  action: Omit<PortalAction, 'input' | 'call'> & {
    input: TInput;
    call: (portal: Orchestr8Client, input: z.infer<TInput>) => Promise<object>;
  },
): PortalAction {
  const { input, call } = action;
  return {
    ...action,
    call: (portal, given) => call(portal, input.parse(given)),
  };
}

/** Nothing is changed by it. */
export const READS = { readOnly: true, destructive: false, idempotent: true };

/** Something is recorded, such as a plan; nothing in a cluster is changed. */
export const RECORDS = {
  readOnly: false,
  destructive: false,
  idempotent: true,
};

/** Clusters are changed by it. */
export const CHANGES = {
  readOnly: false,
  destructive: true,
  idempotent: false,
};

export const moduleName = z
  .string()
  .describe('Name of the module, as in the catalog: "shop".');

export const environmentName = z
  .string()
  .describe('Name of an environment, as orchestr8:list-environments tells.');

export const leave = z
  .array(z.enum(LEAVES as [string, ...string[]]))
  .optional()
  .describe(
    'What the plan may do that plans do not do by themselves; asks for the permission orchestr8.module.force.',
  );

/** An object of the HTTP API; `openapi.yaml` has all of its fields. */
export const answer = (
  fields: Record<string, z.ZodTypeAny>,
  description: string,
) => z.object(fields).passthrough().describe(description);

export const items = (description: string) =>
  z
    .object({ items: z.array(z.object({}).passthrough()) })
    .describe(description);
