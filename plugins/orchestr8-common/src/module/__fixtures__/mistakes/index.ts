import { METADATA_MISTAKES } from './metadata';
import { Mistake } from './Mistake';
import { OPERATION_MISTAKES } from './operation';
import { SPEC_MISTAKES } from './spec';
import { WATCHING_MISTAKES } from './watching';
import { YAML_MISTAKES } from './yaml';

export { seed, type Mistake } from './Mistake';

export const MISTAKES: Mistake[] = [
  ...YAML_MISTAKES,
  ...METADATA_MISTAKES,
  ...SPEC_MISTAKES,
  ...OPERATION_MISTAKES,
  ...WATCHING_MISTAKES,
];
