import {
  Manifest,
  Problem,
} from '@orchestr8/backstage-plugin-orchestr8-common';
import { DefinedKind } from '../adapters/definedKinds';

/** A release as it would be in one environment. */
export interface RenderedRelease {
  /** Everything to apply, and the hooks of this install or upgrade, the chart's tests where they are wanted; by source. */
  manifests: Manifest[];
  /** The kinds that its own definitions bring. */
  defines: DefinedKind[];
  /** What completion filled in, in words. */
  filledIn: string[];
  problems: Problem[];
  warnings: string[];
}
