import { TRADER_PERMISSIONS, type TraderPermission } from '../access/permissions';
import { ROLE_PERMISSIONS, type TraderRole } from '../access/roles';
import { compare, type Money } from '../kernel/money';
import { defineRule } from '../kernel/rule';
import type { SpendingWindow } from './calendar';

export const INVITATION_DAYS = defineRule({
  name: 'invitation-days',
  value: 7,
  clause: 'b2b-commerce B2',
  meaning: 'An invitation can be accepted for seven days, once; sending it again makes a new link.',
});
export const MOST_OWN_ROLES = defineRule({
  name: 'own-roles',
  value: 20,
  clause: 'b2b-commerce B1',
  meaning: 'A company makes at most twenty roles of its own.',
});
export const membersRules = [INVITATION_DAYS, MOST_OWN_ROLES] as const;

/** Everything these roles and own permissions grant, each once, in the order of the vocabulary. */
export function grantedBy(
  roles: readonly TraderRole[],
  own: readonly (readonly string[])[] = [],
): TraderPermission[] {
  const granted = new Set<string>([...roles.flatMap((role) => ROLE_PERMISSIONS[role]), ...own.flat()]);
  return TRADER_PERMISSIONS.filter((each) => granted.has(each));
}

/** What somebody would give (or take) that he does not hold himself. Nobody grants what he lacks. */
export const beyond = (asked: readonly TraderPermission[], held: readonly string[]): TraderPermission[] =>
  asked.filter((each) => !held.includes(each));

/** Windows that lie whole inside another: a week may lie in two months, and in two years. */
const WITHIN: Readonly<Record<SpendingWindow, readonly SpendingWindow[]>> = {
  day: ['day', 'week', 'month', 'year'],
  week: ['week'],
  month: ['month', 'year'],
  year: ['year'],
};
interface Bounded {
  readonly limit: { readonly amount: Money; readonly window: SpendingWindow } | null;
  readonly approvalLimit: Money | null;
}

/** True when nobody bound by `given` may spend more, or more without an approver, than who is bound by `own`. */
export function isBoundWithin(given: Bounded, own: Bounded): boolean {
  const { limit, approvalLimit } = given;
  const spends =
    own.limit === null ||
    (limit !== null &&
      compare(limit.amount, own.limit.amount) <= 0 &&
      WITHIN[own.limit.window].includes(limit.window));
  const decides =
    own.approvalLimit === null || (approvalLimit !== null && compare(approvalLimit, own.approvalLimit) <= 0);
  return spends && decides;
}
