import { Injectable } from '@nestjs/common';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import type { Tx } from '../../../platform/database/unit-of-work';
import { InvitationRepository } from '../db/invitation.repository';

/** Invitations stand and fall with the rights of who sent them: else he could come back by one of his own. */
@Injectable()
export class VoidInvitations {
  constructor(
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly invitations: InvitationRepository,
  ) {}

  /** Revokes every open invitation that these people sent for the company; the company is locked before. */
  async of(tx: Tx, companyId: string, personIds: readonly string[]): Promise<void> {
    for (const id of await this.invitations.revokeOf(tx, { companyId, personIds }, this.clock.now()))
      await this.audit.record(tx, {
        event: 'traders.invitation_revoked',
        companyId,
        subject: { kind: 'invitation', id },
      });
  }
}
