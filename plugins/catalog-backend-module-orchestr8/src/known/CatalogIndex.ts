import { Entity, stringifyEntityRef } from '@backstage/catalog-model';
import { emailKey, isPersonKey } from './knownKey';

/** Kinds whose entities modules refer to. */
export const KNOWN_KINDS = ['User', 'Group', 'System', 'Module'];

/**
 * The references of the entities that a key stands for; empty when the catalog
 * was looked through and has none; undefined while that is not known.
 */
export type Answer = readonly string[] | undefined;

/** What was said of a key last. */
interface Given {
  answer: Answer;
  remembered: Answer;
  /** When it was asked; while it has no answer, when it was asked first. */
  at: number;
}

/** Marks where a read of the catalog began. */
export interface Reading {
  readonly began: number;
  /** Whether nothing that is new has passed for a while. */
  readonly quiet: boolean;
}

/** What was processed here and was not read yet. */
interface Learned {
  email?: string;
  /** Reads without it that brought nothing else that is new either. */
  missed: number;
}

/** An entity that so many such reads did not find is gone. */
const MOST_MISSED = 3;
/** What so many reads did not find is missing, however busy the catalog is. */
const MOST_READS = 30;

/**
 * Who and what there is in the catalog, in memory: looked up for every module
 * in every round of processing, so it must never ask anyone.
 *
 * It learns from the entities that pass through processing here, and is replaced
 * as a whole by a scheduled read (other replicas process entities too, and
 * deletions pass nobody). From processing to the answers of the catalog it can
 * be minutes: what was learned stays until it is read. And while entities pour
 * in, what is not found is not called missing: it may be on its way.
 */
export class CatalogIndex {
  /** Reference → e-mail key, for users that have one. */
  private entities = new Map<string, string | undefined>();
  private byEmail = new Map<string, Set<string>>();
  private readonly given = new Map<string, Given>();
  /** Asked for before a read that did not find them. */
  private missing = new Set<string>();
  private readonly learned = new Map<string, Learned>();
  private readOnce = false;
  private clock = 0;

  /** @param onNews - hears of each entity that is seen first, and of each question that is open */
  constructor(private readonly onNews: () => void = () => {}) {}

  /**
   * What is known of a key.
   *
   * @param remembered - what was answered before this process began
   */
  ask(key: string, remembered?: Answer): Answer {
    const answer = this.answer(key, remembered);
    const before = this.given.get(key);
    if (!answer && !before) this.onNews();
    const at = before && !before.answer ? before.at : this.clock;
    this.given.set(key, { answer, remembered, at });
    return answer;
  }

  /** Whether something was asked that has no answer yet. */
  hasOpenQuestions(): boolean {
    return [...this.given].some(
      ([key, { remembered }]) => !this.answer(key, remembered),
    );
  }

  /** @returns keys whose answer has changed. */
  learn(entity: Entity): string[] {
    const ref = stringifyEntityRef(entity);
    const email = emailKey(entity);
    if (this.entities.has(ref) && this.entities.get(ref) === email) return [];
    if (!this.entities.has(ref)) this.onNews();
    this.learned.set(ref, { email, missed: 0 });
    const before = this.entities.get(ref);
    this.put(ref, email);
    // That somebody gave up an address is known for certain.
    if (before && !this.byEmail.has(before)) this.missing.add(before);
    return this.changed([ref, before, email].filter(key => key !== undefined));
  }

  startReading({ quiet }: { quiet: boolean }): Reading {
    this.clock += 1;
    return { began: this.clock, quiet };
  }

  /** @returns keys whose answer has changed. */
  replace(entities: readonly Entity[], { began, quiet }: Reading): string[] {
    const read = new Map(
      entities.map(entity => [stringifyEntityRef(entity), emailKey(entity)]),
    );
    const calm = [...read.keys()].every(ref => this.entities.has(ref));
    this.entities = new Map();
    this.byEmail = new Map();
    for (const [ref, email] of read) this.put(ref, email);
    this.keepLearned(read, calm);
    this.readOnce = true;
    this.missing = new Set(
      [...this.given]
        .filter(([key, { at }]) => {
          if (this.find(key).length > 0) return false;
          const sure = (quiet && calm) || began - at > MOST_READS;
          return this.missing.has(key) || (sure && at < began);
        })
        .map(([key]) => key),
    );
    return this.changed([...this.given.keys()]);
  }

  private keepLearned(
    read: ReadonlyMap<string, string | undefined>,
    calm: boolean,
  ) {
    const before = this.learned.size;
    for (const [ref, { email }] of this.learned) {
      if (read.has(ref) && read.get(ref) === email) this.learned.delete(ref);
    }
    const isWorking = !calm || this.learned.size < before;
    for (const [ref, { email, missed }] of this.learned) {
      if (!isWorking && missed === MOST_MISSED) {
        this.learned.delete(ref);
        continue;
      }
      this.learned.set(ref, { email, missed: missed + Number(!isWorking) });
      this.put(ref, email);
    }
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
