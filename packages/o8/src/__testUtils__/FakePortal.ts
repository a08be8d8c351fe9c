import {
  ApprovalRequest,
  Deployment,
  DeploymentEvent,
  LogLine,
  ModuleSummary,
  Observation,
  Plan,
  Problem,
  ProblemDocument,
  ReleaseResult,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import * as deployments from './samples/deployments';
import * as modules from './samples/modules';
import * as plans from './samples/plans';

const HASH = encodeURIComponent(plans.aPlan.hash);

/** What was asked of the portal. */
export interface Request {
  method: string;
  path: string;
  body?: unknown;
  token: string | null;
}

/**
 * A portal behind `fetch`, so that the real client is under test. Answers what
 * it is told to answer; anything that the contract does not know is a 404.
 */
export class FakePortal {
  readonly requests: Request[] = [];
  /** Answered in place of the route, by `METHOD /path`. */
  readonly failures = new Map<string, ProblemDocument>();
  plan: Plan = plans.aPlan;
  outcome: Deployment = deployments.aDeployment;
  modules: ModuleSummary[] = modules.modules;
  observations: Observation[] = modules.observations;
  problems: Problem[] = [];
  files: Record<string, string> = { 'o8-module.yaml': btoa(modules.MODULE) };
  lines: LogLine[] = [];
  /** What becomes of streams before they tell all, one after the other. */
  readonly troubles: ('breaks' | 'away')[] = [];
  /** How the request for approval stands, one after the other as it is looked at. */
  approvals: ApprovalRequest[] = [deployments.anApproval];

  readonly fetch: typeof fetch = async (input, init) => {
    const url = new URL(String(input));
    const path = url.pathname.replace('/api/orchestr8/v1', '');
    const method = init?.method ?? 'GET';
    const body = init?.body ? JSON.parse(String(init.body)) : undefined;
    const token = new Headers(init?.headers).get('authorization');
    this.requests.push({ method, path: path + url.search, body, token });
    const failure = this.failures.get(`${method} ${path}`);
    if (failure) return Response.json(failure, { status: failure.status });
    if (/stream$|logs$/.test(path)) {
      const trouble = this.troubles.shift();
      if (trouble === 'away') throw new TypeError('fetch failed');
      if (trouble === 'breaks') return broken(this.answer(method, path, body));
    }
    return this.answer(method, path, body);
  };

  private answer(method: string, path: string, body: unknown): Response {
    const running: Deployment = {
      ...this.outcome,
      state: 'running',
      steps: [],
    };
    switch (
      `${method} ${path.replace(
        /\/my-service|\/redis|\/postgresql/,
        '/:module',
      )}`
    ) {
      case 'GET /environments':
        return Response.json({ items: modules.path });
      case 'GET /modules':
        return Response.json({ items: this.modules });
      case 'GET /templates':
        return Response.json({ items: modules.templates });
      case 'POST /templates/microservice/render':
        return Response.json({ files: this.files });
      case 'POST /validate':
        return Response.json({ problems: this.problems });
      case 'POST /releases':
        return Response.json(this.release());
      case 'POST /modules/:module/plans':
        return Response.json({ ...this.plan, ...(body as object) });
      case 'POST /modules/:module/rollback':
        return Response.json({ ...this.plan, kind: 'rollback' });
      case 'POST /modules/:module/delete':
        return Response.json({ ...this.plan, kind: 'delete' });
      case `GET /plans/${HASH}`:
        return Response.json(
          this.approvals[0].state === 'approved'
            ? { ...this.plan, refusals: [], gates: [] }
            : this.plan,
        );
      case `GET /plans/${HASH}/approval`:
      case `POST /plans/${HASH}/approval`:
        return Response.json(this.approvals[0]);
      case `POST /plans/${HASH}/approve`:
        return Response.json({
          ...this.approvals[0],
          state: 'approved',
          message: 'Approved by user:default/eve.',
        });
      case `POST /plans/${HASH}/reject`:
        return Response.json({
          ...this.approvals[0],
          state: 'rejected',
          message: `Rejected: ${(body as { reason: string }).reason}`,
        });
      case `GET /plans/${HASH}/approval/stream`: {
        const all = this.approvals.splice(0, this.approvals.length - 1);
        return events(
          [...all, ...this.approvals].map(data => ['approval', data]),
        );
      }
      case 'GET /approvals':
        return Response.json({ items: this.approvals });
      case 'POST /deployments':
      case 'POST /modules/:module/scale':
      case 'POST /modules/:module/restart':
        return Response.json(running, { status: 202 });
      case 'GET /deployments/d-1/stream':
      case 'GET /deployments/d-2/stream':
        return events(this.deploymentEvents(running));
      case 'GET /modules/:module/dependencies':
        return Response.json(modules.tree);
      case 'GET /modules/:module/observations':
        return Response.json({ items: this.observations });
      case 'GET /modules/:module/observations/stream':
        return events(this.observations.map(data => ['observation', data]));
      case 'GET /modules/:module/drift':
        return Response.json({ items: modules.drift });
      case 'GET /modules/:module/alerts':
        return Response.json(modules.alerts);
      case 'GET /modules/:module/deployments':
        return Response.json({
          items: [deployments.aFailedDeployment, deployments.aDeployment],
        });
      case 'GET /modules/:module/releases':
        return Response.json({
          items: [
            {
              release: plans.aPlan.release,
              version: '1.1.0',
              deployedAt: '2026-11-01T09:00:00Z',
              deployment: 'd-0',
            },
            // It ran twice.
            {
              release: plans.aPlan.release,
              version: '1.1.0',
              deployedAt: '2026-10-01T09:00:00Z',
              deployment: 'd-00',
            },
          ],
        });
      case 'GET /modules/:module/logs':
        return events([
          ['lines', this.lines],
          ['notice', { message: 'pod my-service-y has ended' }],
          ['end', {}],
        ]);
      default:
        return Response.json(notFound(path), { status: 404 });
    }
  }

  private release(): ReleaseResult {
    const { module, version, release: digest } = this.plan;
    return {
      release: {
        digest,
        module,
        version,
        source: 'upload',
        createdAt: '2026-11-02T11:58:00Z',
        createdBy: 'user:default/alice',
      },
      registered: true,
      problems: this.problems,
    };
  }

  private deploymentEvents(running: Deployment): [string, unknown][] {
    return [running, this.outcome].map((deployment, sequence) => {
      const event: DeploymentEvent = {
        sequence,
        at: '2026-11-02T11:50:02Z',
        deployment,
      };
      return ['deployment', event];
    });
  }
}

function events(all: [string, unknown][]): Response {
  const text = all
    .map(
      ([event, data]) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`,
    )
    .join('');
  return new Response(text, {
    headers: { 'Content-Type': 'text/event-stream' },
  });
}

/** The same answer up to its first event; then the connection breaks. */
function broken(answer: Response): Response {
  let rest = answer.text();
  const body = new ReadableStream({
    async pull(controller) {
      const text = await rest;
      if (!text) controller.error(new TypeError('terminated'));
      else controller.enqueue(`${text.split('\n\n')[0]}\n\n`);
      rest = Promise.resolve('');
    },
  }).pipeThrough(new TextEncoderStream());
  return new Response(body, { headers: answer.headers });
}

function notFound(path: string): ProblemDocument {
  return {
    type: 'about:blank',
    title: 'Not found',
    status: 404,
    name: 'NotFoundError',
    detail: `There is nothing at ${path}.`,
  };
}
