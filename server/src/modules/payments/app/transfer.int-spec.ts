import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isIban } from '@qafila/shared/payments/iban';
import { demoStatement, getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import { isReference } from '@qafila/shared/payments/reference.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { MONEY_BOOKED, PaymentOpening } from '../../ordering/ordering.api';
import { SellerAccount, Transfers } from '../payments.api';
import { OUR_IBAN } from '../testing/camt-file';
import {
  bookMoney,
  confirmLines,
  deskLines,
  importFile,
  ledgerOf,
  matchOf,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { statementIn } from '../testing/read-file';

let app: TestApp;
let trader: TestPerson & { companyId: string };
let finance: TestPerson;

beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  trader = await app.aTrader({ nameLatin: 'Atlas & Sons' });
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

const anOrder = (total: number, companyId = trader.companyId): Promise<SeededOrder> =>
  seedOrder(app, { companyId, total });
const read = (order: SeededOrder, as: TestPerson = trader) =>
  app.call(getTransferInstruction, { as, params: { id: order.orderId } });

describe('a transfer instruction', () => {
  it('tells account, reference, amount and deadline', async () => {
    const opened = app.clock.now();
    const order = await anOrder(575_000);
    const { body } = await read(order);
    expect(body).toMatchObject({
      state: 'awaiting',
      payment: 'awaiting',
      iban: OUR_IBAN,
      bic: 'NJDBSARI',
      beneficiary: { latin: 'Caravan Store Trading Co.', arabic: 'شركة متجر القافلة التجارية' },
      bank: { latin: 'Najd Commercial Bank', arabic: 'بنك نجد التجاري' },
      amount: sar(575_000),
      received: sar(0),
      due: sar(575_000),
      deadline: deadlineAfter(opened, HOLD_BUSINESS_DAYS.value).toISOString(),
    });
    expect(isReference(body.reference)).toBe(true);
  });

  it('is another company’s secret and costs five statements', async () => {
    const order = await anOrder(575_000);
    expect((await read(order, await app.aTrader())).status).toBe(404);
    expect(await app.statements(() => read(order))).toHaveLength(5);
  });

  it('keeps its reference when it is opened twice, and ends with its order', async () => {
    const order = await anOrder(575_000);
    const at = app.clock.now();
    const opening = app.get(PaymentOpening);
    const again = { companyId: order.companyId, orderId: order.orderId, amount: sar(1), at, deadline: at };
    await app.system((tx) => opening.open(tx, again));
    expect((await read(order)).body).toMatchObject({ reference: order.reference, amount: sar(575_000) });
    await app.system((tx) => opening.close(tx, { ...order, reason: 'expired' }));
    expect((await read(order)).body.state).toBe('expired');
  });

  it('is offered in Saudi Arabia only', async () => {
    const refusalIn = (country: string) =>
      app.system(async (tx) => {
        const all = await app.get(PaymentOpening).methodsFor(tx, { country, due: sar(575_000) });
        return all.find(({ method }) => method === 'bank_transfer')?.refusal;
      });
    expect(await refusalIn('SA')).toBeNull();
    expect(await refusalIn('NO')).toMatchObject({ reason: 'company_country' });
  });

  it('is told at the door, with the seller', async () => {
    const order = await anOrder(100_000);
    const [fact] = await app.system((tx) => app.get(Transfers).factsOf(tx, [order.orderId]));
    expect(fact).toMatchObject({
      reference: order.reference,
      amount: sar(100_000),
      due: sar(100_000),
      state: 'awaiting',
    });
    const seller = await app.system((tx) => app.get(SellerAccount).read(tx));
    expect(seller).toMatchObject({ iban: OUR_IBAN, identity: { gs1Prefix: '628100' } });
  });
});

describe('the demo bank', () => {
  const statement = async () => {
    const { raw } = await app.call(demoStatement);
    return { raw, parsed: statementIn(raw) };
  };

  it('pays every open order, the oldest one 12.50 short, and adds an unknown payer', async () => {
    await app.system((tx) =>
      tx.query(`update transfer_instructions set state = 'expired' where state = 'awaiting'`),
    );
    const only = await anOrder(230_000);
    const alone = (await statement()).parsed;
    expect(alone.lines.map((line) => line.units)).toEqual([230_000n, 187_500n]);
    const newer = await anOrder(575_000);
    const { raw, parsed } = await statement();
    expect(parsed.proof).toEqual({ state: 'proven' });
    expect(parsed.number).not.toBe(alone.number);
    expect(parsed.lines.map((line) => line.units)).toEqual([228_750n, 575_000n, 187_500n]);
    expect(parsed.lines.every((line) => isIban(line.payerIban ?? ''))).toBe(true);
    expect((await importFile(app, finance, raw)).body).toMatchObject({ newLines: 3, proposed: 2 });
    const lines = await deskLines(app, finance);
    const reasonFor = (order: SeededOrder) => matchOf(lines.find(pays(order.orderId))).reasons.at(-1);
    expect([reasonFor(only), reasonFor(newer)]).toEqual(['amount_short', 'amount_exact']);
  });

  it('opens with the last closing balance and pays what is left of a short one', async () => {
    const { parsed } = await statement();
    expect(parsed.opening).toBe(25_000_000n + 228_750n + 575_000n + 187_500n);
    expect(parsed.lines.map((line) => line.units)).toEqual([1250n, 187_500n]);
  });
});

describe('a refund', () => {
  const refund = (order: SeededOrder, refunded: number) => bookMoney(app, { ...order, refunded });

  it('is booked against the order and told to ordering', async () => {
    const lines = await deskLines(app, finance);
    const line = lines.find(({ matches }) => matches[0]?.reasons.includes('amount_exact'));
    const paid = matchOf(line).order;
    if (!line || !paid) throw new Error('an exact line is open');
    await confirmLines(app, finance, [line]);
    const { id: orderId, reference } = paid;
    const order = { companyId: trader.companyId, orderId, reference };
    await refund(order, 75_000);
    expect((await read(order)).body.payment).toBe('partially_refunded');
    await refund(order, 500_000);
    expect((await read(order)).body.payment).toBe('refunded');
    expect(await ledgerOf(app, orderId)).toEqual({ bank_clearing: 0, order: 0 });
    const events = await app.system((tx) =>
      tx.query<{ payload: unknown }>(
        `select payload from outbox_event where type = $1 and payload ->> 'orderId' = $2 order by id`,
        [MONEY_BOOKED, orderId],
      ),
    );
    expect(events.at(-1)?.payload).toEqual({
      orderId,
      receivedMinor: 0,
      refundedMinor: 500_000,
    });
  });

  it('is refused by the database when its postings do not sum to zero', async () => {
    const order = await anOrder(1000);
    const unbalanced = app.system(async (tx) => {
      const rows = await tx.query<{ id: string }>(
        `insert into ledger_entries (company_id, id, kind, order_id, booked_at) values ($1, $2, 'transfer_received', $2, $3) returning id`,
        [order.companyId, order.orderId, app.clock.now()],
      );
      await tx.query(
        `insert into ledger_postings (company_id, entry_id, position, account, amount_minor, currency) values ($1, $2, 0, 'order', 5, 'SAR')`,
        [order.companyId, rows[0]?.id],
      );
    });
    await expect(unbalanced).rejects.toThrow('does not sum to zero');
  });
});
