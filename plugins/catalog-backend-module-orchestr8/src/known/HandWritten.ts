import {
  ANNOTATION_LOCATION,
  Entity,
  stringifyEntityRef,
} from '@backstage/catalog-model';
import { MODULE_FILE } from '@orchestr8/backstage-plugin-orchestr8-common';

/** Locations of `o8-module.yaml` files. */
const AT_MODULE = new RegExp(`[/\\\\]${MODULE_FILE}([?#].*)?$`);

/** Whether a Component came with a module, and not from a file of its own. */
export function cameWithModule({ metadata }: Entity): boolean {
  return AT_MODULE.test(metadata.annotations?.[ANNOTATION_LOCATION] ?? '');
}

/**
 * The Components in the way of those that modules bring. The catalog leaves them
 * in their place, and does not tell when they are gone: only a module that comes
 * out of processing otherwise than before has its Component offered again.
 *
 * Learned, like all that is known, from what passes through processing here, and
 * held against a scheduled read.
 */
export class HandWritten {
  private readonly passed = new Set<string>();
  private readonly asked = new Set<string>();

  /**
   * Whether there is such a Component.
   *
   * @param remembered - what was answered before this process began
   */
  ask(ref: string, remembered: boolean): boolean {
    if (remembered && !this.asked.has(ref)) this.passed.add(ref);
    this.asked.add(ref);
    return this.passed.has(ref);
  }

  /** @returns references whose answer has changed. */
  learn(component: Entity): string[] {
    const ref = stringifyEntityRef(component);
    if (cameWithModule(component)) return this.forget(ref);
    if (this.passed.has(ref)) return [];
    this.passed.add(ref);
    return this.asked.has(ref) ? [ref] : [];
  }

  /** Those that are in the way of a module, as far as is known. */
  inTheWay(): string[] {
    return [...this.asked].filter(ref => this.passed.has(ref));
  }

  /**
   * @param refs - what was looked up in the catalog
   * @param found - what there is of it, in the same order
   * @returns references whose answer has changed.
   */
  replace(
    refs: readonly string[],
    found: readonly (Entity | undefined)[],
  ): string[] {
    return refs.flatMap((ref, index) => {
      const component = found[index];
      return component && !cameWithModule(component) ? [] : this.forget(ref);
    });
  }

  private forget(ref: string): string[] {
    return this.passed.delete(ref) && this.asked.has(ref) ? [ref] : [];
  }
}
