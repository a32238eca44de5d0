import { Injectable } from '@nestjs/common';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { MEMBER_GONE } from '../../traders/members.api';
import { NoticeRepository } from '../db/notice.repository';

const payload = z.object({ personId: z.uuid() });

/** Who left a company or was removed gets no mail that was held for him there. */
@Injectable()
export class HeldMailsListener {
  constructor(private readonly notices: NoticeRepository) {}

  @Listens(MEMBER_GONE)
  async onGone(tx: Tx, event: DeliveredEvent): Promise<void> {
    const { personId } = payload.parse(event.payload);
    if (event.companyId) await this.notices.dropHeld(tx, { companyId: event.companyId, personId });
  }
}
