/**
 * The HTTP contract under `/api/orchestr8/v1`, as types. The normative form is
 * `orchestr8-backend/src/schema/openapi.yaml`; a test holds both together.
 *
 * Errors are problem documents ({@link ProblemDocument}). Streams are
 * server-sent events whose `id` is the cursor; a reader that lost its
 * connection sends it back as `?after=`.
 *
 * | method and path | body → answer |
 * |---|---|
 * | GET /environments | → `{ items: Environment[] }` in the order of the path |
 * | GET /modules | → `{ items: ModuleSummary[] }` |
 * | GET /modules/stream | SSE `module`: `ModuleSummary`, `gone`: `{ name }` |
 * | POST /releases | `ReleaseUpload` → `ReleaseResult` (registers an unknown module) |
 * | POST /validate | `ValidateRequest` → `{ problems: Problem[] }` |
 * | POST /templates/:template/render | `RenderTemplateRequest` → `{ files: EncodedModuleFiles }` |
 * | GET /templates | → `{ items: TemplateSummary[] }` |
 * | GET /modules/:module/problems | → `{ problems: Problem[] }` |
 * | GET /modules/:module/dependencies?environment= | → `DependencyTree` |
 * | GET /modules/:module/observations?environment= | → `{ items: Observation[] }` |
 * | GET /modules/:module/observations/stream | SSE `observation`: `Observation` |
 * | GET /modules/:module/drift?environment= | → `{ items: ObjectDrift[] }`, looked up when asked |
 * | GET /modules/:module/alerts?environment= | → `Alerts` |
 * | GET /modules/:module/logs?environment=&tail=&since=&pod=&container=&previous=&follow=&grep=&after= | SSE `line`: `LogLine`, `notice`: `{ message }`, `end` |
 * | POST /modules/:module/plans | `PlanRequest` → `Plan` |
 * | POST /modules/:module/rollback | `RollbackRequest` → `Plan` |
 * | POST /modules/:module/delete | `DeletionRequest` → `Plan` |
 * | GET /modules/:module/releases?environment= | → `{ items: KeptRelease[] }`, newest first |
 * | GET /plans/:hash | → `Plan` |
 * | POST /plans/:hash/approval | `{ comment? }` → `ApprovalRequest` (asks for it, or answers the one that is open) |
 * | GET /plans/:hash/approval | → `ApprovalRequest`, the newest |
 * | GET /plans/:hash/approval/stream | SSE `approval`: `ApprovalRequest`; ends when it has ended |
 * | POST /plans/:hash/approve | `{ comment? }` → `ApprovalRequest` |
 * | POST /plans/:hash/reject | `{ reason }` → `ApprovalRequest` |
 * | GET /approvals?module=&environment=&state=&limit= | → `{ items: ApprovalRequest[] }`, newest first |
 * | POST /deployments | `DeployRequest` → `Deployment` (202) |
 * | GET /deployments/:id | → `Deployment` |
 * | GET /deployments/:id/stream?after= | SSE `deployment`: `DeploymentEvent`; ends after a terminal state |
 * | POST /deployments/:id/cancel | → `Deployment` |
 * | GET /modules/:module/deployments?environment=&limit= | → `{ items: Deployment[] }`, newest first |
 * | POST /modules/:module/scale | `ScaleRequest` → `Deployment` (202) |
 * | POST /modules/:module/restart | `{ environment }` → `Deployment` (202) |
 */
import { EncodedModuleFiles } from '../module/ModuleFiles';
import { Release } from '../deployment/Release';
import { Leave } from '../deployment/Plan';
import { Observation } from '../deployment/Observation';
import { Problem } from '../module/Problem';

/** RFC 9457, with the module's problems, a plan's refusals, or what has moved since it was made, where there are any. @public */
export interface ProblemDocument {
  type: string;
  title: string;
  status: number;
  detail: string;
  /** Error name as in `@backstage/errors`: `InputError`, `NotFoundError`, `ConflictError`, `NotAllowedError`, `ServiceUnavailableError`. */
  name: string;
  /** What to do next. */
  hint?: string;
  problems?: Problem[];
  refusals?: { kind: string; message: string }[];
  /** What is otherwise than a plan shows that was to be carried out or approved, in sentences: the plan is stale. */
  moved?: string[];
}

/** @public */
export interface ReleaseUpload {
  files: EncodedModuleFiles;
}

/** @public */
export interface ReleaseResult {
  release: Release;
  /** The module was not in the catalog and has been registered. */
  registered: boolean;
  problems: Problem[];
}

/** `render` also renders in every environment and passes the policy gate. @public */
export interface ValidateRequest {
  files: EncodedModuleFiles;
  environment?: string;
  render?: boolean;
}

/** @public */
export interface PlanRequest {
  environment: string;
  /** Digest of a release; absent: a new release from the catalog entity's source. */
  release?: string;
  /** Environment to promote from: its running release is planned. */
  from?: string;
  /** What the plan may do that plans do not do by themselves; needs `orchestr8.module.force`. */
  leave?: Leave[];
}

/** What is to run again. @public */
export interface RollbackRequest {
  environment: string;
  /** Digest of a kept release; absent: the one that `version` names, or that ran before. */
  release?: string;
  /** A version that ran there. */
  version?: string;
  leave?: Leave[];
}

/** Where a module is to be gone from. @public */
export interface DeletionRequest {
  environment: string;
  /** What is deleted too: claims, the namespace, definitions. */
  leave?: Leave[];
}

/** A release that ran in an environment, and can again. @public */
export interface KeptRelease {
  release: string;
  version: string;
  /** When it was last deployed there, ISO 8601. */
  deployedAt: string;
  /** Id of that deployment. */
  deployment: string;
  /** It runs there now. */
  current: boolean;
}

/** `plan` is the hash that was shown; a plan whose world has moved is refused (409). @public */
export interface DeployRequest {
  plan: string;
}

/** @public */
export interface ScaleRequest {
  environment: string;
  replicas: number;
}

/** One row of `o8 module list`. @public */
export interface ModuleSummary {
  name: string;
  team: string;
  description?: string;
  /** Version in the catalog. */
  version: string;
  entityRef: string;
  environments: Pick<Observation, 'environment' | 'deployed' | 'health'>[];
}

/** One node of a dependency tree; a node that was already printed has no children. @public */
export interface DependencyTree {
  name: string;
  version?: string;
  range?: string;
  optional: boolean;
  state:
    | 'root'
    | 'satisfied'
    | 'missing'
    | 'unsuitable'
    | 'unknown-module'
    | 'cycle'
    | 'repeated';
  deployed?: string;
  message?: string;
  children: DependencyTree[];
}

/** @public */
export interface TemplateSummary {
  name: string;
  title: string;
  description?: string;
  variables: {
    name: string;
    title?: string;
    description?: string;
    type: string;
    required: boolean;
    default?: unknown;
    values?: string[];
    pattern?: string;
  }[];
}

/** @public */
export interface RenderTemplateRequest {
  name: string;
  team: string;
  owner: string;
  description?: string;
  variables: Record<string, unknown>;
}
