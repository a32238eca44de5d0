import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import type { gatewayAttempts } from '@qafila/shared/payments/gateways.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { Clock } from '../../../platform/clock/clock';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { AttemptDeskRepository, type AttemptPage } from '../db/attempt-desk.repository';
import { rowOf } from './describe-attempt';

/** Attempts of every company, and how many wait for somebody. Two statements of its own. */
@Injectable()
export class ListAttempts {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly desk: AttemptDeskRepository,
    private readonly clock: Clock,
  ) {}

  run(actor: Actor, asked: AttemptPage): Promise<ReplyOf<typeof gatewayAttempts>> {
    const at = this.clock.now();
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.desk.page(tx, at, asked);
      const { look, disputes } = await this.desk.waiting(tx, at);
      const { rows, next } = pageOfRows(found, asked.limit, (row) => [row.startedAt, row.id]);
      return { rows: rows.map(rowOf), next, counts: { look, disputes } };
    });
  }
}
