import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { reviewRefunds } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RefundRepository } from '../db/refund.repository';
import { sealRefunds } from './seal-refunds';
import { ShowRefunds } from './show-refunds';

/** What a second person is about to approve, with the hash of all of it. */
@Injectable()
export class ReviewRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly refunds: RefundRepository,
    private readonly show: ShowRefunds,
  ) {}

  run(
    actor: Actor,
    { refunds: seen }: InputOf<typeof reviewRefunds>['body'],
  ): Promise<ReplyOf<typeof reviewRefunds>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const ids = seen.map(({ refundId }) => refundId);
      const { refunds, hash } = sealRefunds(seen, await this.refunds.read(tx, ids), 'asked');
      return { hash, rows: await this.show.run(refunds, actor.personId) };
    });
  }
}
