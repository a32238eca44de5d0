import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { putLines } from '@qafila/shared/ordering/ordering.contract';
import { MAX_LINES } from '@qafila/shared/ordering/ordering.rules';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { fieldsInvalid, Problem } from '../../../platform/problems/problem';
import { LineRepository } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { carriageOf, destinationOf, vatCategoryOf } from '../domain/destination';
import { headOf, lineViewOf } from '../domain/order-reply';
import {
  isDressed,
  isOffered,
  type PriceBook,
  type PricedLine,
  priceLine,
  vatRateFor,
  type Wish,
} from '../domain/pricing';
import { assertEditable } from './editing';
import { LoadPrices } from './load-prices';

type Given = InputOf<typeof putLines>['body']['lines'];

/** Sets quantities of variants, one or two thousand by the same statements; answers only what changed. */
@Injectable()
export class PutLines {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly prices: LoadPrices,
  ) {}

  run(
    actor: Actor,
    at: { readonly id: string; readonly version: number },
    given: Given,
  ): Promise<ReplyOf<typeof putLines>> {
    const scope = traderScope(actor);
    const key = { companyId: scope.companyId, id: at.id };
    const wishes = wishesOf(given);
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.find(tx, key);
      assertEditable(order, at.version, actor);
      const wanted = wishes.filter((wish) => wish.quantity > 0);
      const book = await this.prices.run(tx, { order, company }, wanted);
      const destination = destinationOf(order, company);
      const put = await this.lines.put(tx, order, {
        lines: pricedOrRefused(wanted, book),
        removed: wishes.filter((wish) => wish.quantity === 0).map((wish) => wish.variantId),
        carriage: carriageOf(destination),
        vatRate: vatRateFor(vatCategoryOf(destination)),
        at: this.clock.now(),
      });
      if (put.order.lineCount > MAX_LINES.value)
        throw fieldsInvalid([{ path: 'lines', code: 'too_long', params: { maximum: MAX_LINES.value } }]);
      await this.audit.record(tx, {
        event: 'ordering.lines_changed',
        companyId: key.companyId,
        subject: { kind: 'order', id: key.id },
        after: { version: put.order.version, set: put.lines.length, removed: put.removed.length },
      });
      return {
        ...headOf(put.order, company),
        lines: put.lines.map((line) => lineViewOf(line, book, true)),
        removed: put.removed,
      };
    });
  }
}

/** The last word on each variant; neutral pack has no spec. */
function wishesOf(given: Given): Wish[] {
  const last = new Map<string, Wish>();
  for (const { variantId, quantity, pack, specId } of given) {
    last.set(variantId, {
      variantId,
      quantity,
      pack,
      specId: pack === 'private_label' ? (specId ?? null) : null,
    });
  }
  return [...last.values()];
}

/** A draft may hold too few pieces, never goods that are not sold or a spec that is not locked. */
function pricedOrRefused(wishes: readonly Wish[], book: PriceBook): PricedLine[] {
  const unknown = wishes.filter((wish) => !isOffered(book.offers.get(wish.variantId)));
  if (unknown.length > 0) throw new Problem('VARIANT_UNKNOWN', { count: unknown.length });
  return wishes.flatMap((wish) => {
    const offer = book.offers.get(wish.variantId);
    if (offer && !isDressed(wish, offer, book)) throw new Problem('SPEC_NOT_LOCKED', { sku: offer.sku });
    return priceLine(wish, book) ?? [];
  });
}
