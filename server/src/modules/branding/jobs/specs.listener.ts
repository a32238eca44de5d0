import { Injectable } from '@nestjs/common';
import type { NoticeEvent } from '@qafila/shared/notifications/notice-events';
import { z } from 'zod';
import type { Tx } from '../../../platform/database/unit-of-work';
import { Notices } from '../../../platform/notices/notices';
import { type DeliveredEvent, Listens } from '../../../platform/outbox/outbox';
import { ORDER_CONFIRMED } from '../../ordering/ordering.api';
import { ReleaseSpecs } from '../app/release-specs';
import { SPEC_LOCKED, SPEC_REFUSED } from '../briefs.api';

const payload = z.object({ specId: z.uuid(), code: z.string() });
const orderPayload = z.object({ orderId: z.uuid() });

/** Tells those who look after the brands what the technical check found, and brings paid specs into production. */
@Injectable()
export class SpecsListener {
  constructor(
    private readonly notices: Notices,
    private readonly release: ReleaseSpecs,
  ) {}

  @Listens(ORDER_CONFIRMED)
  async onConfirmed(tx: Tx, event: DeliveredEvent): Promise<void> {
    if (!event.companyId) return;
    await this.release.run(tx, event.companyId, orderPayload.parse(event.payload).orderId);
  }

  @Listens(SPEC_LOCKED)
  onLocked(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'spec_locked');
  }

  @Listens(SPEC_REFUSED)
  onRefused(tx: Tx, event: DeliveredEvent): Promise<void> {
    return this.tell(tx, event, 'spec_refused');
  }

  private async tell(tx: Tx, event: DeliveredEvent, notice: NoticeEvent): Promise<void> {
    if (!event.companyId) return;
    const { specId, code } = payload.parse(event.payload);
    await this.notices.tell(tx, {
      companyId: event.companyId,
      to: { roles: ['owner', 'brand_manager'] },
      event: notice,
      params: { code },
      link: `/brand/specs/${specId}`,
    });
  }
}
