/** A change of the seller's account moved on; payload `AccountChangeMoved`. */
export const ACCOUNT_CHANGE_MOVED = 'store.account_change_moved';
export interface AccountChangeMoved {
  readonly changeId: string;
  readonly step: 'propose' | 'approve' | 'withdraw' | 'take_effect';
}

/** An invitation of staff may be sent; payload `StaffInvitationOpened`. */
export const STAFF_INVITATION_OPENED = 'store.staff_invitation_opened';
export interface StaffInvitationOpened {
  readonly invitationId: string;
}
