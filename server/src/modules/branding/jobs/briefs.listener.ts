import { Injectable } from '@nestjs/common';
import type { NoticeEvent } from '@qafila/shared/notifications/notice-events';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import {
  APPROVAL_GIVEN,
  BRIEF_ANSWERED,
  BRIEF_ASKED,
  PROOF_APPROVED,
  PROOF_EXPIRED,
  PROOF_REMINDED,
  PROOF_SENT,
  ROUND_QUOTED,
} from '../briefs.api';
import { BriefRepository } from '../db/brief.repository';

const payload = z.object({ briefId: z.uuid(), proofId: z.uuid().optional() });

/** Tells those of the company who look after its brands what the design team waits for. */
@Injectable()
export class BriefsListener {
  constructor(
    private readonly notices: Notices,
    private readonly briefs: BriefRepository,
  ) {}

  @Listens(BRIEF_ASKED)
  onAsked(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'brief_asked');
  }

  @Listens(BRIEF_ANSWERED)
  onAnswered(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'brief_answered');
  }

  @Listens(ROUND_QUOTED)
  onQuoted(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'round_quoted');
  }

  @Listens(PROOF_SENT)
  onSent(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'proof_sent');
  }

  @Listens(PROOF_REMINDED)
  onReminded(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'proof_reminder');
  }

  @Listens(PROOF_EXPIRED)
  onExpired(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'proof_expired');
  }

  @Listens(APPROVAL_GIVEN)
  onApproval(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'approval_wanted');
  }

  @Listens(PROOF_APPROVED)
  onApproved(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'proof_approved');
  }

  private async tell(tx: Tx, event: DeliveredEvent, notice: NoticeEvent): Promise<void> {
    if (!event.companyId) return;
    const { briefId, proofId } = payload.parse(event.payload);
    const brief = await this.briefs.read(tx, briefId);
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { roles: ['owner', 'brand_manager'] },
      event: notice,
      params: { code: brief.code },
      link: proofId === undefined ? `/brand/briefs/${briefId}` : `/brand/proofs/${proofId}`,
    });
  }
}
