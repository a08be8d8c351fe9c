import { Leave } from './Plan';

const WORDS: Record<Leave, string> = {
  emptying: 'take away all that the module runs',
  conflicts: 'take fields from other controllers',
  claims: 'delete claims and what they hold',
  namespace: 'delete the namespace with everything in it',
  definitions:
    'delete resource definitions and with them every object of their kinds',
};

/** What a leave allows, as words that follow `to`. @public */
export function describeLeave(leave: Leave): string {
  return WORDS[leave];
}
