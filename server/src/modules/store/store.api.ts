import { Injectable } from '@nestjs/common';
import { oneRow, type Tx } from '../../platform/database/unit-of-work';

/** How many changes wait, and since when the oldest does. */
export interface WaitingChanges {
  readonly count: number;
  readonly oldest: Date | null;
}

/** What waits for a second pair of eyes: never what somebody proposed himself, nor what concerns him. */
@Injectable()
export class SecondPeople {
  /** Roles and invitations of staff. */
  async roles(tx: Tx, personId: string): Promise<WaitingChanges> {
    return oneRow(
      await tx.query<WaitingChanges>(
        `select count(*)::int as count, min(w.at) as oldest from (
           select proposed_at as at from staff_role_changes
           where state = 'proposed' and proposed_by <> $1 and person_id <> $1
           union all select invited_at from staff_invitations where state = 'proposed' and invited_by <> $1
         ) w`,
        [personId],
      ),
    );
  }

  /** Changes of the seller's account. */
  async accounts(tx: Tx, personId: string): Promise<WaitingChanges> {
    return oneRow(
      await tx.query<WaitingChanges>(
        `select count(*)::int as count, min(proposed_at) as oldest from seller_account_changes
         where state = 'proposed' and proposed_by <> $1`,
        [personId],
      ),
    );
  }
}

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
