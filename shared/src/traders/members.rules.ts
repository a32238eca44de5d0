import { TRADER_PERMISSIONS, type TraderPermission } from '../access/permissions';
import { ROLE_PERMISSIONS, type TraderRole } from '../access/roles';
import { defineRule } from '../kernel/rule';

export const INVITATION_DAYS = defineRule({
  name: 'INVITATION_DAYS',
  value: 7,
  clause: 'b2b-commerce B2',
  meaning: 'An invitation can be accepted for seven days, once; sending it again makes a new link.',
});
export const MOST_OWN_ROLES = defineRule({
  name: 'MOST_OWN_ROLES',
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
