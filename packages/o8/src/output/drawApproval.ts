import { ApprovalRequest } from '@orchestr8/backstage-plugin-orchestr8-common';
import { Style } from './Style';

/** What is asked, by whom, and how it stands. */
export function drawApproval(request: ApprovalRequest, style: Style): string {
  const { kind, module, version, environment, requestedBy, comment } = request;
  const what = style.bold(`${kind} ${module} ${version} → ${environment}`);
  const lines = [
    `${what}, asked for by ${requestedBy}${comment ? `: ${comment}` : ''}`,
    ...request.approvals.map(
      ({ by, comment: word }) =>
        `  ${style.good('✓')} ${by}${word ? `: ${word}` : ''}`,
    ),
    `  ${request.message}`,
  ];
  return `${lines.join('\n')}\n`;
}
