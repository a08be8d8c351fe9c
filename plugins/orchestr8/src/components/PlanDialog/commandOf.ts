import { PlanRequest } from '@orchestr8/backstage-plugin-orchestr8-common';

/** The command that does the same as the dialog. */
export function commandOf(module: string, request: PlanRequest): string {
  const { environment, from } = request;
  return from
    ? `o8 module promote ${module} --from ${from} --to ${environment}`
    : `o8 module deploy ${module} --environment ${environment}`;
}
