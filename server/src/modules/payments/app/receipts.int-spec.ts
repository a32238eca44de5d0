import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  getTransferInstruction,
  type TransferInstructionView,
} from '@qafila/shared/payments/payments.contract';
import {
  deadlineAfter,
  HOLD_BUSINESS_DAYS,
  HOLD_EXTENSION_DAYS,
  RECEIPT_LIMIT_MB,
  RECEIPT_LIMIT_PAGES,
  RECEIPTS_AN_ORDER,
} from '@qafila/shared/payments/payments.rules';
import {
  ownReceiptPage,
  receiptPage,
  uploadReceipt,
  waitingReceipts,
} from '@qafila/shared/payments/receipts.contract';
import PDFDocument from 'pdfkit';
import sharp from 'sharp';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { aPicture } from '../../branding/testing/a-file';
import { PaymentOpening } from '../../ordering/ordering.api';
import {
  confirmLines,
  deskLines,
  importEntries,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';

const DAY_MS = 86_400_000;
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

const anOrder = (total = 575_000): Promise<SeededOrder> =>
  seedOrder(app, { companyId: trader.companyId, total });

interface Shown {
  readonly as?: TestPerson;
  readonly bytes?: Buffer;
  readonly type?: string;
  readonly query?: { name?: string; amount?: number; paidOn?: string };
}
const show = async (order: SeededOrder, { as = trader, bytes, type = 'image/png', query = {} }: Shown = {}) =>
  app.call(uploadReceipt, {
    as,
    params: { id: order.orderId },
    query,
    file: { bytes: bytes ?? (await aPicture({ width: 800 })), type },
  });
const read = async (order: SeededOrder): Promise<TransferInstructionView> => {
  const answer = await app.call(getTransferInstruction, { as: trader, params: { id: order.orderId } });
  if (answer.status !== 200) throw new Error(`${answer.status}`);
  return answer.body;
};
const holdOf = async (order: SeededOrder): Promise<{ state: string; hold_until: Date }> => {
  const [row] = await app.system((tx) =>
    tx.query<{ state: string; hold_until: Date }>('select state, hold_until from orders where id = $1', [
      order.orderId,
    ]),
  );
  if (!row) throw new Error('No order');
  return row;
};

describe('a receipt of a transfer', () => {
  it('is kept with what the trader says, and pays nothing', async () => {
    const order = await anOrder();
    const paidOn = app.clock.now().toISOString().slice(0, 10);
    const answer = await show(order, { query: { name: 'إيصال البنك.png', amount: 575_000, paidOn } });
    expect(answer.body).toMatchObject({
      state: 'receipt_uploaded',
      payment: 'awaiting',
      received: sar(0),
      due: sar(575_000),
      noReceiptFor: null,
      receipts: [{ name: 'إيصال البنك.png', pages: 1, amount: sar(575_000), paidOn }],
    });
  });

  it('lengthens the hold by two business days, once', async () => {
    const opened = app.clock.now();
    const order = await anOrder();
    const first = deadlineAfter(opened, HOLD_BUSINESS_DAYS.value);
    const longer = deadlineAfter(first, HOLD_EXTENSION_DAYS.value);
    await show(order);
    expect(await read(order)).toMatchObject({ deadline: longer.toISOString(), isExtended: true });
    await show(order);
    expect(await read(order)).toMatchObject({ deadline: longer.toISOString(), isExtended: true });
    expect((await holdOf(order)).hold_until).toEqual(longer);
  });

  it('keeps the order past its first deadline, and not past the second', async () => {
    const order = await anOrder();
    const bare = await anOrder();
    const first = new Date((await read(order)).deadline).getTime();
    const { body } = await show(order);
    await app.clock.advance(first + 1000 - app.clock.now().getTime());
    await app.drain();
    expect((await holdOf(bare)).state).toBe('expired');
    expect((await holdOf(order)).state).toBe('submitted');
    await app.clock.advance(new Date(body.deadline).getTime() + 1000 - app.clock.now().getTime());
    await app.drain();
    expect((await holdOf(order)).state).toBe('expired');
  });

  it('of an expired order is kept and brings no new hold', async () => {
    const order = await anOrder();
    await app.system((tx) => app.get(PaymentOpening).close(tx, { ...order, reason: 'expired' }));
    const before = await read(order);
    expect((await show(order)).body).toMatchObject({
      state: 'expired',
      deadline: before.deadline,
      isExtended: false,
    });
  });

  it('is refused where the money has come', async () => {
    const order = await anOrder();
    await importEntries(app, { as: finance, entries: [{ amount: '5750.00', text: order.reference }] });
    const lines = (await deskLines(app, finance)).filter(pays(order.orderId));
    await confirmLines(app, finance, lines);
    expect((await read(order)).noReceiptFor).toBe('settled');
    expect((await show(order)).body.code).toBe('WRONG_STATE');
  });

  it('ends at ten an order', async () => {
    const order = await anOrder();
    for (let n = 0; n < RECEIPTS_AN_ORDER.value; n += 1) expect((await show(order)).status).toBe(200);
    expect(await read(order)).toMatchObject({ noReceiptFor: 'enough' });
    expect((await show(order)).body).toMatchObject({ code: 'RECEIPTS_ENOUGH' });
  });

  it('names no day to come', async () => {
    const paidOn = new Date(app.clock.now().getTime() + 2 * DAY_MS).toISOString().slice(0, 10);
    expect((await show(await anOrder(), { query: { paidOn } })).body.code).toBe('RECEIPT_DATE');
  });

  it.each([
    ['a text that calls itself a picture', Buffer.from('GIF? no'), 'WRONG_FILE_TYPE'],
    ['half a picture', null, 'DOCUMENT_NOT_READABLE'],
    ['a picture nobody can read', 'small', 'DOCUMENT_TOO_SMALL'],
    ['more than ten megabytes', Buffer.alloc(RECEIPT_LIMIT_MB.value * 1024 * 1024 + 1), 'TOO_LARGE'],
  ] as const)('refuses %s and keeps nothing', async (_what, given, code) => {
    const order = await anOrder();
    const picture = await aPicture(
      given === 'small' ? { width: 80, height: 60 } : { width: 900, height: 900 },
    );
    const bytes = given === null ? picture.subarray(0, 200) : given === 'small' ? picture : given;
    expect((await show(order, { bytes })).body.code).toBe(code);
    expect(await read(order)).toMatchObject({ state: 'awaiting', receipts: [], isExtended: false });
  });

  it.each([
    [RECEIPT_LIMIT_PAGES.value, 200],
    [RECEIPT_LIMIT_PAGES.value + 1, 422],
  ])('of %d pages answers %d', async (pages, status) => {
    const file = new PDFDocument({ size: 'A4' });
    const chunks: Buffer[] = [];
    file.on('data', (chunk: Buffer) => chunks.push(chunk));
    const whole = new Promise<Buffer>((resolve) => file.on('end', () => resolve(Buffer.concat(chunks))));
    for (let page = 1; page < pages; page += 1) file.addPage();
    file.end();
    const answer = await show(await anOrder(), { bytes: await whole, type: 'application/pdf' });
    expect(answer.status).toBe(status);
    if (status === 200) expect(answer.body.receipts).toMatchObject([{ pages }]);
    else expect(answer.body.code).toBe('DOCUMENT_TOO_LONG');
  });

  it('loses what the camera wrote into it, and is sealed on disk', async () => {
    const order = await anOrder();
    const photo = await sharp({ create: { width: 900, height: 700, channels: 3, background: '#fff' } })
      .jpeg()
      .withExif({
        IFD0: { Make: 'SECRETCAMERA' },
        IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '24/1 42/1 0/1' },
      })
      .toBuffer();
    expect(photo.includes('SECRETCAMERA')).toBe(true);
    const { body } = await show(order, { bytes: photo, type: 'image/jpeg' });
    const [receipt] = body.receipts;
    const [row] = await app.system((tx) =>
      tx.query<{ is_sealed: boolean; byte_count: number }>(
        `select f.is_sealed, f.byte_count from stored_files f
         join transfer_receipts r on r.company_id = f.company_id and r.file_id = f.id where r.id = $1`,
        [receipt?.id],
      ),
    );
    expect(row?.is_sealed).toBe(true);
    const page = await app.call(ownReceiptPage, { as: trader, params: { id: receipt?.id ?? '', page: 1 } });
    expect((await sharp(page.raw).metadata()).exif).toBeUndefined();
    expect(row?.byte_count).not.toBe(photo.length);
  });

  it('is another company’s secret, and a look by finance is in the trader’s trail', async () => {
    const order = await anOrder();
    const { body } = await show(order);
    const params = { id: body.receipts[0]?.id ?? '', page: 1 };
    const other = await app.aTrader();
    expect((await show(order, { as: other })).status).toBe(404);
    expect((await app.call(ownReceiptPage, { as: other, params })).status).toBe(404);
    expect((await app.call(ownReceiptPage, { as: trader, params })).status).toBe(200);
    expect((await app.call(ownReceiptPage, { as: trader, params: { ...params, page: 2 } })).status).toBe(404);
    expect((await app.call(receiptPage, { as: finance, params })).status).toBe(200);
    const looks = await app.system((tx) =>
      tx.query(`select 1 from audit_event where event = 'payments.receipt_read' and subject_id = $1`, [
        order.orderId,
      ]),
    );
    expect(looks).toHaveLength(1);
  });

  it('may be shown by whoever pays, and not by an approver', async () => {
    const order = await anOrder();
    const { companyId } = trader;
    const approver = await app.aTrader({ role: 'approver', company: { companyId } });
    const accountant = await app.aTrader({ role: 'accountant', company: { companyId } });
    expect((await show(order, { as: approver })).body.code).toBe('NOT_ALLOWED');
    expect((await show(order, { as: accountant })).status).toBe(200);
  });
});

describe('the receipts that wait', () => {
  it('come by their deadline, page by page, in one statement beside the session’s', async () => {
    const before = await app.call(waitingReceipts, { as: finance, query: { limit: 100 } });
    const orders = [await anOrder(100_000), await anOrder(200_000), await anOrder(300_000)];
    for (const order of orders) await show(order, { query: { amount: 1000 } });
    const seen: string[] = [];
    let after: string | null = '';
    while (after !== null) {
      const page: { rows: { orderId: string }[]; next: string | null } = (
        await app.call(waitingReceipts, { as: finance, query: { limit: 2, ...(after ? { after } : {}) } })
      ).body;
      seen.push(...page.rows.map((row) => row.orderId));
      after = page.next;
    }
    expect(seen).toHaveLength(before.body.rows.length + 3);
    expect(new Set(seen)).toEqual(
      new Set([...before.body.rows.map((row) => row.orderId), ...orders.map((order) => order.orderId)]),
    );
    expect(
      await app.statements(() => app.call(waitingReceipts, { as: finance, query: { limit: 100 } })),
    ).toHaveLength(2);
  });
});
