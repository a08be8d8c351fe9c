import {
  Entity,
  parseEntityRef,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Who an `owner` is: the reference of a User, or why there is none. */
export type Person =
  | { state: 'found'; userRef: string }
  /** Nobody has been heard of yet: nothing can be said. */
  | { state: 'unknown' }
  | { state: 'missing'; message: string };

/** In place of single owners: the first complete answer turns every "unknown" into yes or no. */
export const ANYBODY = '*';

/**
 * Users by e-mail, in memory: looked up for every module in every round of the
 * catalog, so it must never ask anyone.
 *
 * It learns from the User entities that pass through processing here, and is
 * replaced as a whole by a scheduled read (other replicas process users too).
 */
export class PeopleIndex {
  /** Reference → e-mail. */
  private users = new Map<string, string | undefined>();
  /** E-mail → references. */
  private byEmail = new Map<string, string[]>();
  private complete = false;

  /** @returns e-mails and references whose answer may have changed. */
  learn(user: Entity): string[] {
    const ref = stringifyEntityRef(user);
    const email = emailOf(user);
    if (this.users.has(ref) && this.users.get(ref) === email) return [];
    const before = this.users;
    this.set(new Map(before).set(ref, email));
    return this.changes(before);
  }

  /** @returns e-mails and references whose answer may have changed. */
  replace(users: readonly Entity[]): string[] {
    const before = this.complete ? this.users : undefined;
    this.set(
      new Map(users.map(user => [stringifyEntityRef(user), emailOf(user)])),
    );
    this.complete = true;
    return before ? this.changes(before) : [ANYBODY];
  }

  find(owner: string): Person {
    return owner.includes('@')
      ? this.findByEmail(owner)
      : this.findByRef(owner);
  }

  private findByEmail(owner: string): Person {
    const email = owner.toLocaleLowerCase('en-US');
    const found = this.byEmail.get(email) ?? [];
    if (found.length === 1) return { state: 'found', userRef: found[0] };
    if (found.length > 1) {
      const names = [...found].sort().join(', ');
      return {
        state: 'missing',
        message: `The owner "${owner}" is the e-mail of more than one user: ${names}.`,
      };
    }
    return this.absent(`No user in the catalog has the e-mail "${owner}".`);
  }

  private findByRef(owner: string): Person {
    let userRef: string;
    try {
      const parsed = parseEntityRef(owner, {
        defaultKind: 'user',
        defaultNamespace: 'default',
      });
      if (parsed.kind.toLocaleLowerCase('en-US') === 'group') {
        return { state: 'found', userRef: stringifyEntityRef(parsed) };
      }
      userRef = stringifyEntityRef(parsed);
    } catch {
      return {
        state: 'missing',
        message: `The owner "${owner}" is neither an e-mail nor the reference of a user.`,
      };
    }
    return this.users.has(userRef)
      ? { state: 'found', userRef }
      : this.absent(`The owner "${userRef}" is not in the catalog.`);
  }

  private absent(message: string): Person {
    return this.complete ? { state: 'missing', message } : { state: 'unknown' };
  }

  private set(users: Map<string, string | undefined>) {
    this.users = users;
    this.byEmail = new Map();
    for (const [ref, email] of users) {
      if (!email) continue;
      this.byEmail.set(email, [...(this.byEmail.get(email) ?? []), ref]);
    }
  }

  private changes(before: ReadonlyMap<string, string | undefined>): string[] {
    const changed = new Set<string>();
    for (const ref of new Set([...before.keys(), ...this.users.keys()])) {
      const [old, now] = [before.get(ref), this.users.get(ref)];
      if (old === now && before.has(ref) === this.users.has(ref)) continue;
      changed.add(ref);
      if (old) changed.add(old);
      if (now) changed.add(now);
    }
    return [...changed];
  }
}

function emailOf(user: Entity): string | undefined {
  const profile = user.spec?.profile as { email?: unknown } | undefined;
  return typeof profile?.email === 'string'
    ? profile.email.toLocaleLowerCase('en-US')
    : undefined;
}
