import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listRefunds } from '@qafila/shared/payments/refunds.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { pageOfRows } from '../../../platform/database/cursor';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { RefundFileRepository } from '../db/refund-file.repository';
import { RefundListRepository } from '../db/refund-list.repository';
import { ShowRefunds } from './show-refunds';

const FILES_SHOWN = 5;

/** Refunds of one view, the counts of all, and the newest files for the bank. */
@Injectable()
export class ListRefunds {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly list: RefundListRepository,
    private readonly files: RefundFileRepository,
    private readonly show: ShowRefunds,
  ) {}

  run(actor: Actor, asked: InputOf<typeof listRefunds>['query']): Promise<ReplyOf<typeof listRefunds>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const found = await this.list.page(tx, asked);
      const { rows, next } = pageOfRows(found, asked.limit, ({ id }) => [id]);
      return {
        counts: await this.list.counts(tx),
        files: await this.files.newest(tx, FILES_SHOWN),
        rows: await this.show.run(rows, actor.personId),
        next,
      };
    });
  }
}
