import { Injectable } from '@nestjs/common';
import type { InputOf } from '@qafila/shared/access/endpoint';
import { decide } from '@qafila/shared/kernel/lifecycle';
import type { OrderView, Reason } from '@qafila/shared/ordering/order-views';
import type { submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { orderLifecycle } from '@qafila/shared/ordering/ordering.lifecycle';
import { minimumFor } from '@qafila/shared/ordering/ordering.rules';
import { sayNotOffered } from '@qafila/shared/payments/method-reasons';
import { deadlineAfter, HOLD_BUSINESS_DAYS, transferRefusal } from '@qafila/shared/payments/payments.rules';
import { isProblemCode } from '@qafila/shared/registry/problems';
import type { Actor } from '../../../platform/access/actor';
import { traderScope } from '../../../platform/access/scope';
import { Audit } from '../../../platform/audit/audit';
import { Clock } from '../../../platform/clock/clock';
import { type Tx, UnitOfWork } from '../../../platform/database/unit-of-work';
import { RequestContext } from '../../../platform/http/request-context';
import { Outbox } from '../../../platform/outbox/outbox';
import { Problem } from '../../../platform/problems/problem';
import { Branding } from '../../branding/branding.api';
import { Catalogue } from '../../catalogue/catalogue.api';
import { PoliciesInForce } from '../../privacy/privacy.api';
import { LineRepository, type StoredLine } from '../db/line.repository';
import { OrderRepository } from '../db/order.repository';
import { RecipientRepository } from '../db/recipient.repository';
import { vatCategoryOf } from '../domain/destination';
import type { Order, Recipient, TradingCompany } from '../domain/order';
import { factsOf, UNPAID } from '../domain/order-reply';
import { ORDER_SUBMITTED, PaymentOpening, SpendingLimits } from '../ordering.api';
import { DescribeOrder } from './describe-order';
import { JudgeDraft, type JudgedDraft } from './judge-draft';

type Given = InputOf<typeof submitOrder>['body'];
/** The draft with everything the decision stands on, read under lock. */
interface Draft {
  readonly order: Order;
  readonly company: TradingCompany;
  readonly lines: readonly StoredLine[];
  readonly recipients: readonly Recipient[];
  readonly judged: JudgedDraft;
}

/**
 * Places an order in one transaction: company locked for the minimum, prices read again, stock reserved, payment
 * opened. Either all of it or nothing. The same statements for fifty lines and for five hundred.
 */
@Injectable()
export class SubmitOrder {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly catalogue: Catalogue,
    private readonly branding: Branding,
    private readonly orders: OrderRepository,
    private readonly lines: LineRepository,
    private readonly recipients: RecipientRepository,
    private readonly judge: JudgeDraft,
    private readonly describe: DescribeOrder,
    private readonly payment: PaymentOpening,
    private readonly policies: PoliciesInForce,
    private readonly limits: SpendingLimits,
    private readonly context: RequestContext,
  ) {}

  run(actor: Actor, at: { readonly id: string; readonly version: number }, given: Given): Promise<OrderView> {
    const scope = traderScope(actor);
    return this.unitOfWork.run(scope, async (tx) => {
      const draft = await this.load(tx, { companyId: scope.companyId, id: at.id });
      this.decide(draft, at.version, given);
      await this.assertOffered(tx, draft, given.method);
      await this.assertWithinLimits(tx, draft, scope.personId);
      await this.write(tx, draft);
      const order = await this.place(tx, draft, scope.personId);
      await this.tell(tx, order);
      const { company, judged, recipients } = draft;
      const prices = new Map(judged.priced.map((line) => [line.variantId, line]));
      const lines = draft.lines.map((line) => ({ ...line, ...prices.get(line.variantId) }));
      const known = { order, company, lines, recipients, book: judged.book, standing: UNPAID };
      return this.describe.run(tx, actor, known);
    });
  }

  /** The company first: its orders are submitted one after the other, so the minimum is decided once. */
  private async load(tx: Tx, key: { companyId: string; id: string }): Promise<Draft> {
    await this.orders.lockCompany(tx, key.companyId);
    const { order, company } = await this.orders.lock(tx, key);
    const lines = await this.lines.of(tx, order);
    const recipients = order.recipientCount > 0 ? await this.recipients.of(tx, order) : [];
    const judged = await this.judge.run(tx, { order, company }, { lines, recipients });
    return { order, company, lines, recipients, judged };
  }

  private decide({ order, judged }: Draft, version: number, given: Given): void {
    const { blockers, totals } = judged;
    const verdict = decide(orderLifecycle, { state: order.state, step: 'submit' }, factsOf(order, blockers));
    if (!verdict.ok && verdict.code === 'WRONG_STATE') throw new Problem('WRONG_STATE');
    if (order.version !== version) throw new Problem('STALE_RECORD');
    if (blockers[0]) throw problemOf(blockers[0]);
    const { total } = totals;
    const isAsShown =
      given.expectedTotal.currency === total.currency && given.expectedTotal.minor === total.minor;
    if (!isAsShown) throw new Problem('PRICES_CHANGED', { before: given.expectedTotal, now: total });
  }

  /** Policy clause 8: which ways to pay are open depends on where the company is established, and on the amount. */
  private async assertOffered(tx: Tx, { company, judged }: Draft, method: Given['method']): Promise<void> {
    const transfer = method === 'bank_transfer' ? transferRefusal(company.country) : null;
    if (transfer !== null) throw new Problem(transfer);
    const given = { country: company.country, due: judged.totals.total, only: method };
    const [offer] = await this.payment.methodsFor(tx, given);
    if (offer?.refusal) {
      const why = sayNotOffered(offer.refusal, this.context.current()?.locale ?? 'en');
      throw new Problem('METHOD_NOT_OFFERED', { why });
    }
  }

  /** Whoever places the order is bound, whoever began it. The company is locked: two orders cannot share room. */
  private async assertWithinLimits(tx: Tx, { order, judged }: Draft, personId: string): Promise<void> {
    const { companyId } = order;
    const [broken] = await this.limits.against(tx, { companyId, personId, amount: judged.totals.total });
    if (broken) throw problemOf(broken);
  }

  /** Today's prices onto the lines, then the goods out of the stock. Throws `STOCK_SHORT`. */
  private async write(tx: Tx, { order, lines, judged }: Draft): Promise<void> {
    const before = new Map(lines.map((line) => [line.variantId, line]));
    const moved = judged.priced.filter((line) => {
      const old = before.get(line.variantId);
      return (
        old?.unitPrice.per10k !== line.unitPrice.per10k ||
        old.net.minor !== line.net.minor ||
        old.branding.minor !== line.branding.minor ||
        old.weightGrams !== line.weightGrams
      );
    });
    await this.lines.reprice(tx, order, moved);
    const hold = { companyId: order.companyId, orderId: order.id };
    const [short] = await this.catalogue.reserve(tx, hold, judged.priced);
    if (short) throw new Problem('STOCK_SHORT', { sku: short.sku, available: short.available });
  }

  private async place(tx: Tx, draft: Draft, personId: string): Promise<Order> {
    const { order, company, judged } = draft;
    const at = this.clock.now();
    const holdUntil = deadlineAfter(at, HOLD_BUSINESS_DAYS.value);
    const placed = await this.orders.place(tx, order, {
      step: 'submit',
      to: 'submitted',
      at,
      personId,
      totals: judged.totals,
      weightGrams: judged.priced.reduce((grams, line) => grams + line.weightGrams, 0),
      parcels: judged.destination.parcels,
      vatCategory: vatCategoryOf(judged.destination),
      minimum: minimumFor(judged.totals.goods, company),
      company,
      policyVersion: await this.policies.current(tx),
      shipsAs: await this.branding.inForce(tx, order.companyId, order.brandProfileId),
      holdUntil,
    });
    // However it means to pay: a company that may pay by transfer always can.
    if (transferRefusal(company.country) === null)
      await this.payment.open(tx, {
        companyId: order.companyId,
        orderId: order.id,
        amount: placed.totals.total,
        at,
        deadline: holdUntil,
      });
    return placed;
  }

  private async tell(tx: Tx, order: Order): Promise<void> {
    const { companyId, id } = order;
    await this.audit.record(tx, {
      event: 'ordering.order_submitted',
      companyId,
      subject: { kind: 'order', id },
      before: { state: 'draft' },
      after: {
        state: order.state,
        total: order.totals.total,
        minimum: order.minimum,
        version: order.version,
      },
    });
    await this.outbox.record(tx, { type: ORDER_SUBMITTED, companyId, payload: { orderId: id } });
  }
}

function problemOf({ code, params }: Reason): Problem {
  if (!isProblemCode(code)) throw new Error(`A blocker is no problem code: ${code}`);
  return new Problem(code, params);
}
