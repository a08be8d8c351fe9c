import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { emailKey, isPersonKey } from './knownKey';

/** Kinds whose entities modules refer to. */
export const KNOWN_KINDS = ['User', 'Group', 'System', 'Module'];

/**
 * The references of the entities that a key stands for; empty when the catalog
 * was looked through and has none; undefined while that is not known.
 */
export type Answer = readonly string[] | undefined;

/** What was said of a key last, and when. */
interface Given {
  answer: Answer;
  remembered: Answer;
  at: number;
}

/** Marks where a read of the catalog began. */
export interface Reading {
  readonly began: number;
}

/**
 * Who and what there is in the catalog, in memory: looked up for every module
 * in every round of processing, so it must never ask anyone.
 *
 * It learns from the entities that pass through processing here, and is replaced
 * as a whole by a scheduled read (other replicas process entities too, and
 * deletions pass nobody). It says that something is missing only after a read
 * that began when the question was already asked: what is just being brought
 * in is not yet missing.
 */
export class CatalogIndex {
  /** Reference → e-mail key, for users that have one. */
  private entities = new Map<string, string | undefined>();
  private byEmail = new Map<string, Set<string>>();
  private readonly given = new Map<string, Given>();
  /** Asked for before a read that did not find them. */
  private missing = new Set<string>();
  /** What a read may not find yet, though it is coming. */
  private readonly learned = new Map<string, { email?: string; at: number }>();
  private readOnce = false;
  private clock = 0;

  /**
   * What is known of a key.
   *
   * @param remembered - what was answered before this process began
   */
  ask(key: string, remembered?: Answer): Answer {
    const answer = this.answer(key, remembered);
    this.given.set(key, { answer, remembered, at: this.clock });
    return answer;
  }

  /** @returns keys whose answer has changed. */
  learn(entity: Entity): string[] {
    const ref = stringifyEntityRef(entity);
    const email = emailKey(entity);
    if (this.entities.has(ref) && this.entities.get(ref) === email) return [];
    this.learned.set(ref, { email, at: this.clock });
    const before = this.entities.get(ref);
    this.put(ref, email);
    // That somebody gave up an address is known for certain.
    if (before && !this.byEmail.has(before)) this.missing.add(before);
    return this.changed([ref, before, email].filter(key => key !== undefined));
  }

  startReading(): Reading {
    this.clock += 1;
    return { began: this.clock };
  }

  /** @returns keys whose answer has changed. */
  replace(entities: readonly Entity[], { began }: Reading): string[] {
    this.entities = new Map();
    this.byEmail = new Map();
    for (const entity of entities) {
      this.put(stringifyEntityRef(entity), emailKey(entity));
    }
    // From processing to the answers of the catalog it is a while.
    for (const [ref, { email, at }] of this.learned) {
      if (at < began - 1) this.learned.delete(ref);
      else this.put(ref, email);
    }
    this.readOnce = true;
    this.missing = new Set(
      [...this.given]
        .filter(([key, { at }]) => at < began && this.find(key).length === 0)
        .map(([key]) => key),
    );
    return this.changed([...this.given.keys()]);
  }

  private answer(key: string, remembered?: Answer): Answer {
    // Until all is read, one user of an address may hide a second one.
    if (!this.readOnce && remembered?.length) return remembered;
    const found = this.find(key);
    if (found.length > 0) return found;
    return this.missing.has(key) ? [] : remembered;
  }

  private find(key: string): string[] {
    const emails = this.byEmail.get(key);
    if (emails) return [...emails].sort();
    return this.entities.has(key) ? [key] : [];
  }

  private put(ref: string, email: string | undefined) {
    const before = this.entities.get(ref);
    if (before) {
      const others = this.byEmail.get(before);
      others?.delete(ref);
      if (others?.size === 0) this.byEmail.delete(before);
    }
    this.entities.set(ref, email);
    this.missing.delete(ref);
    if (!email) return;
    this.missing.delete(email);
    this.byEmail.set(email, (this.byEmail.get(email) ?? new Set()).add(ref));
  }

  private changed(keys: readonly string[]): string[] {
    return keys.filter(key => {
      const last = this.given.get(key);
      if (!last) return false;
      const now = this.answer(key, last.remembered);
      if (same(key, last.answer, now)) return false;
      last.answer = now;
      return true;
    });
  }
}

/** A module that was taken for present is no news when it turns out to be there; a person is. */
function same(key: string, before: Answer, now: Answer): boolean {
  if (isPersonKey(key)) return before?.join() === now?.join();
  return (before?.length === 0) === (now?.length === 0);
}
