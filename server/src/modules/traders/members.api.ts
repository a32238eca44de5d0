/** Told when somebody belongs to a company and can sign in to it; payload `MemberEvent`. */
export const MEMBER_JOINED = 'traders.member_joined';
/** Told when somebody left a company or was removed; payload `MemberEvent`. */
export const MEMBER_GONE = 'traders.member_gone';
/** Told when roles or limit of a member changed; payload `MemberEvent`. */
export const MEMBER_CHANGED = 'traders.member_changed';
export interface MemberEvent {
  readonly personId: string;
}
