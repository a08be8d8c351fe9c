/**
 * What the tests of other packages drive their own doors with:
 * `import { MISTAKES, seed } from '@orchestr8/backstage-plugin-orchestr8-common/testing'`.
 * Not for production code.
 *
 * @packageDocumentation
 */
export { MISTAKES, seed, type Mistake } from '../module/__fixtures__/mistakes';
export { MY_SERVICE } from '../module/__fixtures__/myService';
export {
  HOSTILE_BOUNDS,
  HOSTILE_TEXTS,
} from '../module/__fixtures__/hostileTexts';
