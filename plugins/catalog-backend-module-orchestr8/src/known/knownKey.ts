import {
  CompoundEntityRef,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';

/** Cannot be the start of a reference: names of entities have no `@`. */
const EMAIL = 'email:';

/** Key of everyone who has an address. Addresses are compared without regard to case. */
export const keyOfEmail = (email: string) =>
  `${EMAIL}${email.trim().toLocaleLowerCase('en-US')}`;

/** Key of one entity: its reference. */
export const keyOfRef = (ref: CompoundEntityRef) => stringifyEntityRef(ref);

/** Key of the address of a user; undefined for whoever has none. */
export function emailKey(entity: Entity): string | undefined {
  if (entity.kind !== 'User') return undefined;
  const profile = entity.spec?.profile as { email?: unknown } | undefined;
  return typeof profile?.email === 'string' && profile.email.includes('@')
    ? keyOfEmail(profile.email)
    : undefined;
}

export const isPersonKey = (key: string) =>
  key.startsWith(EMAIL) || key.startsWith('user:');

/** Under which the catalog finds the modules that refer to a key. */
export const refreshKey = (key: string) => `orchestr8-known:${key}`;
