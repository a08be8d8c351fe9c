import { Approval, ApprovalRequest, Gates } from '../deployment';

/** Who somebody is, as the catalog says: themselves and the groups that they are direct members of. @public */
export type Memberships = ReadonlyMap<string, readonly string[]>;

/** What decides whether an answer counts. @public */
export interface AnswerRules {
  gate: NonNullable<Gates['approvals']>;
  /** Of everybody who is concerned; somebody the catalog does not know is absent. */
  memberships: Memberships;
}

/**
 * Whether a person may say yes or no to a request: somebody the catalog knows,
 * a member of one of the gate's groups, and not the one who asks.
 *
 * @public
 */
export function mayAnswer(
  request: Pick<ApprovalRequest, 'requestedBy' | 'approvals'>,
  person: string,
  { gate, memberships }: AnswerRules,
): ApprovalRequest['mayAnswer'] {
  if (sameRef(person, request.requestedBy)) {
    return no('You asked for it: an approval is never the requester’s own.');
  }
  if (!isMember(person, gate.from, memberships)) {
    return no(`Approving is for members of ${gate.from.join(' or ')}.`);
  }
  if (request.approvals.some(({ by }) => sameRef(by, person))) {
    return no('You have approved it already.');
  }
  return { allowed: true };
}

/**
 * The entity references whose yes counts now: members still, and none of those
 * who ask: for the approval or for the deployment. Each person once.
 *
 * @public
 */
export function countedApprovals(
  approvals: readonly Approval[],
  requesters: readonly string[],
  { gate, memberships }: AnswerRules,
): string[] {
  const counted = approvals
    .map(({ by }) => by)
    .filter(by => !requesters.some(requester => sameRef(by, requester)))
    .filter(by => isMember(by, gate.from, memberships));
  return [...new Set(counted.map(lower))];
}

function isMember(
  person: string,
  from: readonly string[],
  memberships: Memberships,
): boolean {
  const refs = memberships.get(lower(person)) ?? [];
  return from.some(ref => refs.includes(fullRef(ref)));
}

/** `group:x` and `group:default/x` are the same; so are upper and lower case. */
function fullRef(ref: string): string {
  const [kind, rest = ''] = lower(ref).split(':');
  return rest.includes('/') ? `${kind}:${rest}` : `${kind}:default/${rest}`;
}

const lower = (ref: string) => ref.toLocaleLowerCase('en-US');
const sameRef = (a: string, b: string) => lower(a) === lower(b);
const no = (message: string) => ({ allowed: false, message });
