import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { add, type Money, subtract } from '@qafila/shared/kernel/money';
import { cancelOrder } from '@qafila/shared/ordering/ordering.contract';
import {
  type AccountRow,
  account,
  accountPaper,
  accountTable,
  companyAccount,
} from '@qafila/shared/payments/account.contract';
import { ACCOUNT_PAPER_ROWS, ACCOUNT_TABLE_ROWS } from '@qafila/shared/payments/account.rules';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { useCredit } from '@qafila/shared/payments/credit.contract';
import { riyadhDate } from '@qafila/shared/payments/payments.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import { LedgerRepository } from '../db/ledger.repository';
import { receivedThrough, takenBackThrough, writtenOff } from '../domain/ledger-entry';
import { Chance } from '../testing/chance';
import { bookMoney, sar, seedOrder, seedSeller } from '../testing/payment-world';
import { Ledger } from './ledger';

type Trader = TestPerson & { readonly companyId: string };
type View = AnswerOf<typeof account>;
const HOUR_MS = 3_600_000;

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
});
afterAll(() => app.close());

const today = () => riyadhDate(app.clock.now());
async function read(as: Trader, query: { from?: string; to?: string; limit?: number } = {}): Promise<View> {
  const answer = await app.call(account, { as, query: { from: '2020-01-01', ...query } });
  if (answer.status !== 200) throw new Error(`account answered ${answer.status} ${answer.body.code}`);
  return answer.body;
}
/** Every row of a period, asked for a few at a time. */
async function walk(as: Trader, query: { from: string; to: string }): Promise<AccountRow[]> {
  const rows: AccountRow[] = [];
  for (let after: string | null | undefined; after !== null; ) {
    const page = await app.call(account, { as, query: { ...query, limit: 3, ...(after ? { after } : {}) } });
    if (page.status !== 200) throw new Error(`account answered ${page.status}`);
    rows.push(...page.body.rows);
    after = page.body.next;
  }
  return rows;
}
const pay = (trader: Trader, orderId: string, received: number) =>
  bookMoney(app, { companyId: trader.companyId, orderId, received });
const credit = async (trader: Trader, orderId: string) => {
  const { body } = await app.call(orderPayment, { as: trader, params: { id: orderId } });
  const minor = Math.min(body.credit.minor, body.due.minor);
  return app.call(useCredit, { as: trader, params: { id: orderId }, body: { amount: sar(minor) } });
};
const cancel = async (trader: Trader, orderId: string) => {
  const [row] = await app.system((tx) =>
    tx.query<{ version: number }>('select version from orders where id = $1', [orderId]),
  );
  return app.call(cancelOrder, { as: trader, params: { id: orderId }, version: row?.version ?? 0 });
};
const shapes = ({ rows }: View) =>
  rows.map(({ kind, charged, paid, credit: more, balance }) => [
    kind,
    charged.minor,
    paid.minor,
    more.minor,
    balance.minor,
  ]);

describe('a statement of account', () => {
  it('asks for an order from its first money on, and keeps credit apart', async () => {
    const trader = await app.aTrader();
    const order = await seedOrder(app, { companyId: trader.companyId, total: 100_000 });
    expect(await read(trader)).toMatchObject({ rows: [], closing: { balance: sar(0), credit: sar(0) } });
    await pay(trader, order.orderId, 98_500);
    await pay(trader, order.orderId, 2500);
    const view = await read(trader);
    expect(shapes(view)).toEqual([
      ['order_charged', 100_000, 0, 0, 100_000],
      ['payment_captured', 0, 98_500, 0, 1500],
      ['payment_captured', 0, 1500, 1000, 0],
    ]);
    expect(view).toMatchObject({
      opening: { balance: sar(0), credit: sar(0) },
      moved: { charged: sar(100_000), paid: sar(100_000), credit: sar(1000) },
      closing: { balance: sar(0), credit: sar(1000) },
      currencies: ['SAR'],
    });
  });

  it('takes an order out that was cancelled with credit on it, and a refund off what was charged', async () => {
    const trader = await app.aTrader();
    const [first, second] = [
      await seedOrder(app, { companyId: trader.companyId, total: 100_000 }),
      await seedOrder(app, { companyId: trader.companyId, total: 50_000 }),
    ];
    await pay(trader, first.orderId, 130_000);
    await app.drain();
    await bookMoney(app, { companyId: trader.companyId, orderId: first.orderId, refunded: 20_000 });
    await credit(trader, second.orderId);
    expect((await read(trader)).closing).toEqual({ balance: sar(20_000), credit: sar(0) });
    expect((await cancel(trader, second.orderId)).status).toBe(200);
    const view = await read(trader);
    expect(view.closing).toEqual({ balance: sar(0), credit: sar(30_000) });
    expect(view.moved).toMatchObject({ charged: sar(80_000), paid: sar(80_000) });
    expect(view.rows.map(({ kind }) => kind)).toContain('order_withdrawn');
  });

  it('owes what is due of an order that was sent back money before it was paid, and nothing when it ends', async () => {
    const trader = await app.aTrader();
    const [paid, cancelled] = [
      await seedOrder(app, { companyId: trader.companyId, total: 100_000 }),
      await seedOrder(app, { companyId: trader.companyId, total: 40_000 }),
    ];
    for (const order of [paid, cancelled]) {
      await pay(trader, order.orderId, 30_000);
      await bookMoney(app, { ...order, refunded: 30_000 });
    }
    await app.drain();
    expect((await read(trader)).closing).toEqual({ balance: sar(140_000), credit: sar(0) });
    expect((await cancel(trader, cancelled.orderId)).status).toBe(200);
    await app.clock.advance(HOUR_MS);
    await pay(trader, paid.orderId, 100_000);
    await app.drain();
    const view = await read(trader);
    expect(view.moved).toMatchObject({ charged: sar(100_000), paid: sar(100_000) });
    expect(view.closing).toEqual({ balance: sar(0), credit: sar(0) });
  });

  it('asks again for what a paid order was made cheaper by, when it waits for money again', async () => {
    const trader = await app.aTrader();
    const { companyId } = trader;
    const order = await seedOrder(app, { companyId, total: 100_000 });
    await pay(trader, order.orderId, 100_000);
    await app.drain();
    await bookMoney(app, { ...order, refunded: 20_000 });
    await app.drain();
    expect((await read(trader)).moved).toMatchObject({ charged: sar(80_000), paid: sar(80_000) });
    await app.clock.advance(HOUR_MS);
    const postings = takenBackThrough('bank_clearing', { order: sar(30_000), credit: sar(0) });
    const { orderId } = order;
    await app.system((tx) =>
      app.get(Ledger).book(tx, [{ companyId, orderId, matchId: null, kind: 'transfer_reversed', postings }]),
    );
    await app.drain();
    const { body } = await app.call(orderPayment, { as: trader, params: { id: orderId } });
    expect(body.due).toEqual(sar(50_000));
    expect((await read(trader)).closing.balance).toEqual(sar(50_000));
  });

  it.each([1, 2, 3, 4])(
    'opens with what the day before closed with, and ends with the ledger (%i)',
    async (seed) => {
      const trader = await app.aTrader();
      const begun = today();
      await liveThrough(trader, new Chance(seed));
      const days = daysBetween(begun, today());
      const cut = new Chance(seed).of(days);
      const [before, after] = [
        await read(trader, { from: begun, to: cut }),
        await read(trader, { from: dayAfter(cut), to: today() }),
      ];
      expect(after.opening).toEqual(before.closing);
      for (const view of [before, after]) {
        const rows = await walk(trader, { from: view.from, to: view.to });
        const total = (of: (row: AccountRow) => number) => rows.reduce((sum, row) => sum + of(row), 0);
        expect(view.moved).toEqual({
          charged: sar(total((row) => row.charged.minor)),
          paid: sar(total((row) => row.paid.minor)),
          credit: sar(total((row) => row.credit.minor)),
        });
        expect(view.closing).toEqual({
          balance: sar(view.opening.balance.minor + total((row) => row.charged.minor - row.paid.minor)),
          credit: sar(view.opening.credit.minor + total((row) => row.credit.minor)),
        });
        let running = view.opening.balance as Money;
        for (const row of rows) {
          running = add(running, subtract(row.charged, row.paid));
          expect(row.balance).toEqual(running);
        }
        expect(rows.map(({ at }) => at)).toEqual(rows.map(({ at }) => at).toSorted());
      }
      expect(after.closing).toEqual(await ledgerStanding(trader.companyId));
    },
  );

  it('is nobody else’s: another company has its own, who may not see payments has none', async () => {
    const trader = await app.aTrader();
    const order = await seedOrder(app, { companyId: trader.companyId, total: 100_000 });
    await pay(trader, order.orderId, 100_000);
    const other = await app.aTrader();
    expect((await read(other)).rows).toEqual([]);
    const manager = await app.aTrader({ role: 'brand_manager', company: { companyId: trader.companyId } });
    expect((await app.call(account, { as: manager })).status).toBe(403);
    const accountant = await app.aTrader({ role: 'accountant', company: { companyId: trader.companyId } });
    expect((await read(accountant)).rows).toHaveLength(2);
    const finance = await app.aStaff('finance');
    const seen = await app.call(companyAccount, { as: finance, params: { id: trader.companyId } });
    expect(seen.body.rows).toHaveLength(2);
    const unknown = await app.call(companyAccount, { as: finance, params: { id: order.orderId } });
    expect(unknown.status).toBe(404);
    const designer = await app.aStaff('designer');
    const refused = await app.call(companyAccount, { as: designer, params: { id: trader.companyId } });
    expect(refused.status).toBe(403);
  });

  it('refuses a period that ends before it begins', async () => {
    const trader = await app.aTrader();
    const query = { from: '2026-05-02', to: '2026-05-01' };
    expect((await app.call(account, { as: trader, query })).status).toBe(422);
  });
});

describe('its paper and its table', () => {
  it('say the same in the reader’s language, under the seller’s name', async () => {
    const trader = await app.aTrader({ nameLatin: 'Atlas & Sons', nameArabic: 'أطلس وأبناؤه' });
    const order = await seedOrder(app, { companyId: trader.companyId, total: 1_234_567 });
    await pay(trader, order.orderId, 1_234_567);
    const query = { from: '2020-01-01', locale: 'en' as const };
    const paper = await app.call(accountPaper, { as: trader, query });
    const { pages } = await readPdf(paper.raw);
    const text = pages.flatMap(({ items }) => items.map((item) => item.text)).join(' ');
    for (const part of ['Caravan Store Trading Co.', '310998877600003', 'Atlas & Sons', '12,345.67', '1 / 1'])
      expect(text).toContain(part);
    const arabic = await app.call(accountPaper, { as: trader, query: { ...query, locale: 'ar' } });
    expect((await readPdf(arabic.raw)).pages).toHaveLength(1);
    const table = await app.call(accountTable, { as: trader, query });
    expect(table.headers['content-type']).toBe('text/csv; charset=utf-8');
    expect(table.headers['content-disposition']).toContain('attachment');
    const lines = table.raw.toString('utf8').split('\r\n');
    expect(lines[0]).toBe(
      '\ufeff"Date","What","Order","Reference","Paid by","Charged","Paid","Credit","Balance","Currency"',
    );
    expect(lines[2]).toMatch(
      /^"\d{4}-\d{2}-\d{2}","Order","[^"]+","","","12345.67","0.00","0.00","12345.67","SAR"$/,
    );
    expect(lines.at(-2)).toContain('"Closing balance","","","","12345.67","12345.67","0.00","0.00","SAR"');
  });
});

describe('a long period', () => {
  it('is no paper any more, and still a table', async () => {
    const trader = await app.aTrader();
    const { companyId } = trader;
    const entry = {
      ...({ companyId, kind: 'transfer_received', orderId: null, matchId: null } as const),
      postings: receivedThrough('bank_clearing', { order: sar(0), credit: sar(100) }),
    };
    const count = ACCOUNT_PAPER_ROWS.value + 1;
    await app.system((tx) =>
      app.get(LedgerRepository).add(tx, Array(count).fill(entry), { personId: null, at: app.clock.now() }),
    );
    const query = { from: '2020-01-01' };
    expect((await app.call(accountPaper, { as: trader, query })).body).toMatchObject({
      code: 'ACCOUNT_TOO_LONG',
    });
    const table = await app.call(accountTable, { as: trader, query });
    expect(table.raw.toString('utf8').split('\r\n')).toHaveLength(count + 4);
    expect(count).toBeLessThan(ACCOUNT_TABLE_ROWS.value);
  });
});

/** Some weeks of a company: orders paid short, whole and over, differences written off, credit used and given back. */
async function liveThrough(trader: Trader, chance: Chance): Promise<void> {
  const orders = [await anOrder(trader, chance)];
  const acts = [
    async () => void orders.push(await anOrder(trader, chance)),
    ({ id, total }: Made) => pay(trader, id, 1 + chance.below(total)),
    ({ id, total }: Made) => pay(trader, id, total),
    ({ id }: Made) => credit(trader, id),
    ({ id }: Made) => writeOff(trader, id),
    ({ id }: Made) => cancel(trader, id),
  ];
  for (let step = 0; step < 24; step += 1) {
    await app.clock.advance((1 + chance.below(20)) * HOUR_MS);
    await chance.of(acts)(chance.of(orders));
  }
}

interface Made {
  readonly id: string;
  readonly total: number;
}
async function anOrder({ companyId }: Trader, chance: Chance): Promise<Made> {
  const total = 10_000 + chance.below(90_000);
  return { id: (await seedOrder(app, { companyId, total })).orderId, total };
}

async function writeOff(trader: Trader, orderId: string): Promise<void> {
  const { body } = await app.call(orderPayment, { as: trader, params: { id: orderId } });
  const minor = Math.min(body.due.minor, 1500);
  if (minor <= 0 || body.noPayFor !== null) return;
  const { companyId } = trader;
  await app.system((tx) =>
    app
      .get(Ledger)
      .book(tx, [{ companyId, orderId, matchId: null, kind: 'write_off', postings: writtenOff(sar(minor)) }]),
  );
}

/** The same two figures, counted from the postings and the orders as they stand. */
async function ledgerStanding(companyId: string) {
  const [row] = await app.system((tx) =>
    tx.query<{ balance: string; credit: string }>(
      `select
         (select coalesce(sum(total_minor), 0) from orders o where o.company_id = $1
            and o.state not in ('cancelled', 'expired') and exists (select 1 from ledger_entries e
              join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'order'
              where e.company_id = o.company_id and e.order_id = o.id))
         + (select coalesce(sum(p.amount_minor), 0) from ledger_entries e
            join ledger_postings p on p.company_id = e.company_id and p.entry_id = e.id and p.account = 'order'
            where e.company_id = $1 and e.kind not in ('refund_sent', 'refund_failed')) as balance,
         (select coalesce(-sum(amount_minor), 0) from ledger_postings
            where company_id = $1 and account = 'company_credit') as credit`,
      [companyId],
    ),
  );
  return { balance: sar(Number(row?.balance)), credit: sar(Number(row?.credit)) };
}

const dayAfter = (day: string): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + 24 * HOUR_MS).toISOString().slice(0, 10);
function daysBetween(from: string, to: string): string[] {
  const days: string[] = [];
  for (let day = from; day < to; day = dayAfter(day)) days.push(day);
  return days;
}
