import { Injectable } from '@nestjs/common';
import type { ReplyOf } from '@qafila/shared/access/endpoint';
import { add } from '@qafila/shared/kernel/money';
import type { reviewOrder } from '@qafila/shared/ordering/ordering.contract';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Problem } from '../../../platform/problems/problem';
import { LineRepository, type StoredLine } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { RecipientRepository } from '../db/recipient.repository';
import { vatCategoryOf } from '../domain/destination';
import { dressedPieces } from '../domain/dressing';
import { headOf } from '../domain/order-reply';
import { PaymentOpening, SpendingLimits } from '../ordering.api';
import { JudgeDraft, type JudgedDraft } from './judge-draft';

type Review = ReplyOf<typeof reviewOrder>;

/** The draft as submit would price and judge it, without changing anything. Throws `WRONG_STATE`. */
@Injectable()
export class ReviewOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly recipients: RecipientRepository,
    private readonly judge: JudgeDraft,
    private readonly payment: PaymentOpening,
    private readonly limits: SpendingLimits,
  ) {}

  run(actor: Actor, id: string): Promise<Review> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const { order, company } = await this.orders.find(tx, { companyId: scope.companyId, id });
      if (order.state !== 'draft') throw new Problem('WRONG_STATE');
      const lines = await this.lines.of(tx, order);
      const recipients = await this.recipients.of(tx, order);
      const judged = await this.judge.run(tx, { order, company }, { lines, recipients });
      const limits = await this.limits.against(tx, {
        companyId: scope.companyId,
        personId: scope.personId,
        amount: judged.totals.total,
      });
      const wanted = { country: company.country, due: judged.totals.total };
      const methods = await this.payment.methodsFor(tx, wanted);
      return {
        ...headOf({ ...order, totals: judged.totals }, company),
        changes: changesOf(lines, judged),
        blockers: [...judged.blockers, ...limits],
        methods: methods.map(({ method, refusal }) => ({
          method,
          refusal: refusal && { ...refusal, params: { ...refusal.params } },
        })),
        vatCategory: vatCategoryOf(judged.destination),
        parcels: judged.destination.parcels,
        dressings: dressingsOf(lines, judged),
      };
    });
  }
}

/** What each chosen spec asks of the order. */
const dressingsOf = (lines: readonly StoredLine[], { book }: JudgedDraft): Review['dressings'] =>
  dressedPieces(lines, book).map(({ spec, pieces, missing }) => ({
    specId: spec.id,
    code: spec.code,
    name: spec.name,
    pieces,
    missing,
    minimumPieces: spec.minimumPieces,
    leadDays: spec.leadDays,
  }));

/** Lines whose price moved since they were typed. */
function changesOf(lines: readonly StoredLine[], judged: JudgedDraft): Review['changes'] {
  const now = new Map(judged.priced.map((line) => [line.variantId, add(line.net, line.branding)]));
  return lines.flatMap((line) => {
    const before = add(line.net, line.branding);
    const price = now.get(line.variantId);
    const offer = judged.book.offers.get(line.variantId);
    return offer && price && price.minor !== before.minor
      ? [{ sku: offer.sku, name: offer.name, before, now: price }]
      : [];
  });
}
