import {
  AuditorService,
  BackstageCredentials,
  BackstageServicePrincipal,
  BackstageUserPrincipal,
  HttpAuthService,
  PermissionsService,
} from '@backstage/backend-plugin-api';
import {
  AuthorizeResult,
  BasicPermission,
  ResourcePermission,
} from '@backstage/plugin-permission-common';
import { Request } from 'express';
import { ProblemError } from '../router/ProblemError';

/** Who asks: a person or a service such as the CLI in a pipeline. */
export type Caller = BackstageCredentials<
  BackstageUserPrincipal | BackstageServicePrincipal
>;

/** Entity reference of a module. */
export function moduleRef(name: string): string {
  return `module:default/${name}`;
}

/** How a caller is written down in releases, deployments and overrides. */
export function callerName(caller: Caller): string {
  return caller.principal.type === 'user'
    ? caller.principal.userEntityRef
    : caller.principal.subject;
}

/** Who may do what with which module. */
export class Access {
  private readonly httpAuth: HttpAuthService;
  private readonly permissions: PermissionsService;
  readonly auditor: AuditorService;

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    auditor: AuditorService;
  }) {
    this.httpAuth = options.httpAuth;
    this.permissions = options.permissions;
    this.auditor = options.auditor;
  }

  caller(req: Request): Promise<Caller> {
    return this.httpAuth.credentials(req, { allow: ['user', 'service'] });
  }

  /** Throws NotAllowedError unless the caller may do this with the module. */
  async demand(
    caller: Caller,
    permission: ResourcePermission,
    module: string,
  ): Promise<void> {
    const [decision] = await this.permissions.authorize(
      [{ permission, resourceRef: moduleRef(module) }],
      { credentials: caller },
    );
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw notAllowed(caller, permission.name, ` for the module "${module}"`);
    }
  }

  /** Names of those modules that the caller may read. */
  async readable(
    caller: Caller,
    permission: ResourcePermission,
    modules: string[],
  ): Promise<Set<string>> {
    const decisions = await this.permissions.authorize(
      modules.map(module => ({ permission, resourceRef: moduleRef(module) })),
      { credentials: caller },
    );
    return new Set(
      modules.filter(
        (_, index) => decisions[index].result === AuthorizeResult.ALLOW,
      ),
    );
  }

  /** For permissions that are not about one module. */
  async demandBasic(
    caller: Caller,
    permission: BasicPermission,
  ): Promise<void> {
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials: caller,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw notAllowed(caller, permission.name, '');
    }
  }

  /** Carries out a mutating act as an auditor event that tells how it went. */
  async audited<T>(
    act: {
      eventId: string;
      request: Request;
      severityLevel?: 'low' | 'medium' | 'high';
      meta: Record<string, string | number | boolean | undefined>;
    },
    carryOut: () => Promise<T>,
  ): Promise<T> {
    const event = await this.auditor.createEvent({
      eventId: act.eventId,
      request: act.request,
      severityLevel: act.severityLevel ?? 'medium',
      meta: JSON.parse(JSON.stringify(act.meta)),
    });
    try {
      const result = await carryOut();
      await event.success();
      return result;
    } catch (error) {
      await event.fail({
        error: error instanceof Error ? error : new Error(String(error)),
      });
      throw error;
    }
  }
}

function notAllowed(
  caller: Caller,
  permission: string,
  about: string,
): ProblemError {
  return new ProblemError(
    'NotAllowedError',
    `${callerName(caller)} does not have the permission ${permission}${about}.`,
    { hint: 'Ask the owners of the module or the operators of the portal.' },
  );
}
