import type { InputOf } from '@qafila/shared/access/endpoint';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { type StatementLineView } from '@qafila/shared/payments/desk.contract';
import {
  approveRefunds,
  askRefund,
  findRefundable,
  listRefunds,
  type REFUND_VIEWS,
  type RefundView,
  reviewRefunds,
  sendRefunds,
} from '@qafila/shared/payments/refunds.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { type MadeEntry, PAYER_IBAN } from './camt-file';
import {
  confirmLines,
  deskLines,
  importEntries,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
} from './payment-world';

type Ask = InputOf<typeof askRefund>['body'];
export const seen = (refunds: readonly Pick<RefundView, 'id' | 'version'>[]) =>
  refunds.map(({ id, version }) => ({ refundId: id, version }));

/** Two of finance, and money that came by bank. */
export class RefundWorld {
  constructor(
    readonly app: TestApp,
    readonly finance: TestPerson,
    readonly second: TestPerson,
    /** Other clocks that go along with ours, as those of gateways. */
    private readonly goAlong: (milliseconds: number) => Promise<unknown> = async () => undefined,
  ) {}

  private codeOf(person: TestPerson): Promise<string> {
    return this.along(() => this.app.freshCode(person));
  }

  /** The other clocks go along with ours, which a fresh code puts forward. */
  private async along<T>(work: () => Promise<T>): Promise<T> {
    const before = this.app.clock.now().getTime();
    const done = await work();
    await this.goAlong(this.app.clock.now().getTime() - before);
    return done;
  }

  /** An order paid exactly by one transfer of an account, in halalas. */
  async paidOrder(
    companyId: string,
    given: { readonly total?: number; readonly paid?: number } & Partial<MadeEntry> = {},
  ): Promise<SeededOrder & { readonly matchId: string }> {
    const { total = 500_000, paid = total, ...entry } = given;
    const order = await seedOrder(this.app, { companyId, total });
    const amount = decimalOf(sar(paid));
    await importEntries(this.app, {
      as: this.finance,
      entries: [{ amount, text: order.reference, payerIban: PAYER_IBAN, payerName: 'DAR NOUR', ...entry }],
    });
    const line = (await deskLines(this.app, this.finance)).find(pays(order.orderId));
    if (!line) throw new Error('no line pays the order');
    await this.book(line);
    const matchId = line.matches[0]?.id ?? '';
    return { ...order, matchId };
  }

  /** Confirmed by one person, and by another where that is not enough. */
  async book(line: StatementLineView): Promise<void> {
    const first = await this.along(() => confirmLines(this.app, this.finance, [line]));
    if (first.status !== 200) throw new Error(`confirm answered ${first.status} ${first.body.code}`);
    if (first.body.waitingForSecond === 0) return;
    const waiting = (await deskLines(this.app, this.second, 'second')).filter(({ id }) => id === line.id);
    const again = await this.along(() => confirmLines(this.app, this.second, waiting));
    if (again.status !== 200) throw new Error(`confirm answered ${again.status} ${again.body.code}`);
  }

  async ask(body: Ask, as = this.finance) {
    return this.app.call(askRefund, { as, body, freshCode: await this.codeOf(as) });
  }

  /** Of an order, to the account of its match. */
  askBack(
    order: { readonly orderId: string; readonly matchId: string },
    minor: number,
    more: Partial<Ask> = {},
  ) {
    return this.ask({
      source: { kind: 'order', id: order.orderId },
      way: { method: 'bank', id: order.matchId },
      amount: sar(minor),
      reason: 'Goods are gone',
      ...more,
    });
  }

  /** Of an order, to the credit of its company that it was paid with. */
  askToCredit(
    { orderId, companyId }: Pick<SeededOrder, 'orderId' | 'companyId'>,
    minor: number,
    more: Partial<Ask> = {},
  ) {
    return this.ask({
      source: { kind: 'order', id: orderId },
      way: { method: 'credit', id: companyId },
      amount: sar(minor),
      reason: 'Goods are gone',
      ...more,
    });
  }

  async asked(...given: Parameters<RefundWorld['askBack']>): Promise<RefundView> {
    const { status, body } = await this.askBack(...given);
    if (status !== 200) throw new Error(`ask answered ${status} ${body.code}`);
    return body;
  }

  async approve(refunds: readonly RefundView[], as = this.second) {
    const list = seen(refunds);
    const review = await this.app.call(reviewRefunds, { as, body: { refunds: list } });
    return this.app.call(approveRefunds, {
      as,
      body: { hash: review.body.hash ?? '0'.repeat(64), refunds: list },
      freshCode: await this.codeOf(as),
    });
  }

  /** Approved by the second person. */
  async approved(...given: Parameters<RefundWorld['askBack']>): Promise<RefundView> {
    const refund = await this.asked(...given);
    const answer = await this.approve([refund]);
    if (answer.status !== 200) throw new Error(`approve answered ${answer.status} ${answer.body.code}`);
    return this.now(refund);
  }

  async send(refunds: readonly RefundView[], as = this.finance) {
    return this.app.call(sendRefunds, {
      as,
      body: { refunds: seen(refunds) },
      freshCode: await this.codeOf(as),
    });
  }

  /** In a file that the bank has. */
  async sent(...given: Parameters<RefundWorld['askBack']>): Promise<RefundView> {
    const refund = await this.approved(...given);
    const answer = await this.send([refund]);
    if (answer.status !== 200) throw new Error(`send answered ${answer.status} ${answer.body.code}`);
    return this.now(refund);
  }

  async list(view: (typeof REFUND_VIEWS)[number]) {
    return (await this.app.call(listRefunds, { as: this.finance, query: { view, limit: 100 } })).body;
  }

  /** A refund as it stands, whatever it waits for. */
  async now({ id }: Pick<RefundView, 'id'>): Promise<RefundView> {
    for (const view of ['second', 'to_send', 'on_way', 'failed', 'done'] as const) {
      const found = (await this.list(view)).rows.find((row) => row.id === id);
      if (found) return found;
    }
    throw new Error(`no refund ${id}`);
  }

  async refundable(query: { readonly q?: string; readonly attempt?: string }) {
    return (await this.app.call(findRefundable, { as: this.finance, query })).body.rows;
  }

  /** The bank's line of a refund that left, or came back, not booked yet. */
  async lineOf(refund: RefundView, entry: Partial<MadeEntry> = {}): Promise<StatementLineView> {
    await importEntries(this.app, {
      as: this.finance,
      entries: [
        {
          amount: decimalOf(refund.amount),
          direction: 'DBIT',
          text: `Refund RF-${refund.code}`,
          ...entry,
        },
      ],
    });
    const line = (await deskLines(this.app, this.finance)).find(({ matches }) =>
      matches.some((match) => match.refund?.id === refund.id && match.state === 'proposed'),
    );
    if (!line) throw new Error('no line is the refund');
    return line;
  }

  /** It left, and its debit is booked. */
  async settled(...given: Parameters<RefundWorld['askBack']>): Promise<RefundView> {
    const refund = await this.sent(...given);
    await this.book(await this.lineOf(refund));
    return this.now(refund);
  }
}
