import {
  ObjectRef,
  Refusal,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { isOf } from '../adapters/definedKinds';
import { WantedObject } from '../plan/changesOf';
import { diffObjects } from '../plan/diffObjects';
import { StandingKind } from '../policy/PolicyContext';

/** Objects of one kind named in a warning; the others are counted. */
const NAMED = 5;

/**
 * What the cluster cannot try before the deployment: objects whose kind comes
 * with it, and those that it finds wrong by a definition which is about to
 * change. All of them are told in the plan.
 */
export class UntriedKinds {
  /** Kind as it is told → names of its objects. */
  private readonly untried = new Map<string, string[]>();
  private readonly changing = new Set<string>();

  constructor(private readonly kinds: readonly StandingKind[]) {}

  /** Whether the kind of the object will only be known once the release is applied: it is not there, and cannot be tried. */
  comes(ref: ObjectRef): boolean {
    const kind = this.find(ref);
    if (kind?.standing !== 'comes') return false;
    this.note(`of which the definition comes with this release`, ref);
    return true;
  }

  /** What is known of a definition: those of its kinds that are there are judged by what it was before. */
  learn({ manifest, live, after }: WantedObject): void {
    if (live && after && diffObjects(live, after).length > 0) {
      this.changing.add(manifest.object.metadata.name);
    }
  }

  /** The refusal, unless the definition that it is by changes with this release. */
  judge(ref: ObjectRef, refusal: Refusal): Refusal | undefined {
    const kind = this.find(ref);
    const passes =
      refusal.kind === 'invalid' &&
      kind !== undefined &&
      this.changing.has(kind.definition);
    if (!passes) return refusal;
    this.note(`of which this release changes the definition`, ref);
    return undefined;
  }

  /** One for each kind, in a fixed order. */
  warnings(): string[] {
    return [...this.untried]
      .map(([what, names]) => {
        const named = [...names].sort();
        const more = named.length - NAMED;
        const list = named.slice(0, NAMED).join(', ');
        return `${what}, could not be tried: only when ${list}${
          more > 0 ? ` and ${more} more` : ''
        } is applied will it be seen whether the cluster takes it.`;
      })
      .sort();
  }

  private find(ref: ObjectRef): StandingKind | undefined {
    return this.kinds.find(each => isOf(each, ref));
  }

  private note(why: string, { apiVersion, kind, name }: ObjectRef): void {
    const what = `${kind} (${apiVersion}), ${why}`;
    this.untried.set(what, [...(this.untried.get(what) ?? []), name]);
  }
}
