import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';

import { isNegative } from '@qafila/shared/kernel/money';
import type { findTargets } from '@qafila/shared/payments/desk.contract';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { oneRow, UnitOfWork } from '../../../platform/database/unit-of-work';
import { LineRepository } from '../db/line.repository';
import { TargetRepository } from '../db/target.repository';

/** What a line could be for: nothing typed asks by its own amount. */
@Injectable()
export class FindTargets {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly lines: LineRepository,
    private readonly targets: TargetRepository,
  ) {}

  run(
    actor: Actor,
    asked: { readonly id: string; readonly q: string; readonly minor?: number | undefined },
  ): Promise<ReplyOf<typeof findTargets>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const { amount } = oneRow(await this.lines.withSums(tx, [asked.id]));
      const size = Math.abs(amount.minor);
      const search = {
        text: asked.q.toLowerCase(),
        code: asked.q.toUpperCase().replace(/[^0-9A-Z]/g, ''),
        minor: asked.minor ?? (asked.q === '' ? size : null),
        currency: amount.currency,
      };
      const rows = isNegative(amount)
        ? await this.targets.forMoneyOut(tx, { ...search, minor: size })
        : await this.targets.forMoneyIn(tx, search);
      return { rows };
    });
  }
}
