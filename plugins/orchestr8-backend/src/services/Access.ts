import {
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
import { Audit, AuditedRequest } from './Audit';

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
  readonly audit: Audit;
  private readonly callers = new WeakMap<Request, Caller>();
  /** The permissions that were asked for, for the audit. */
  private readonly demanded = new WeakMap<Caller, string[]>();

  constructor(options: {
    httpAuth: HttpAuthService;
    permissions: PermissionsService;
    audit: Audit;
  }) {
    this.httpAuth = options.httpAuth;
    this.permissions = options.permissions;
    this.audit = options.audit;
  }

  async caller(req: Request): Promise<Caller> {
    const known = this.callers.get(req);
    if (known) {
      return known;
    }
    const caller = await this.httpAuth.credentials(req, {
      allow: ['user', 'service'],
    });
    this.callers.set(req, caller);
    return caller;
  }

  /** Throws NotAllowedError unless the caller may do this with the module. */
  async demand(
    caller: Caller,
    permission: ResourcePermission,
    module: string,
  ): Promise<void> {
    this.note(caller, permission.name);
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
    this.note(caller, permission.name);
    const [decision] = await this.permissions.authorize([{ permission }], {
      credentials: caller,
    });
    if (decision.result !== AuthorizeResult.ALLOW) {
      throw notAllowed(caller, permission.name, '');
    }
  }

  /** Carries out a mutating act as an event of the audit that tells how it went. */
  async audited<T>(
    act: AuditedRequest,
    carryOut: () => Promise<T>,
  ): Promise<T> {
    const caller = await this.caller(act.request).catch(() => undefined);
    return this.audit.carryOut(
      act,
      {
        ...(caller ? { name: callerName(caller) } : {}),
        demanded: () => (caller && this.demanded.get(caller)) ?? [],
      },
      carryOut,
    );
  }

  /** Remembers what was asked for, for the audit. */
  private note(caller: Caller, permission: string): void {
    const demanded = this.demanded.get(caller) ?? [];
    this.demanded.set(caller, [...demanded, permission]);
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
