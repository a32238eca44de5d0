import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getOrder } from '@qafila/shared/ordering/ordering.contract';
import {
  consignmentSlip,
  getParcel,
  handOverParcel,
  labelParcel,
  listParcels,
  orderConsignments,
  type ParcelView,
  packParcel,
  parcelDocument,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { Outbox } from '../../../platform/outbox/outbox';
import { readPdf } from '../../../platform/pdf/pdf-reader';
import { ORDER_CONFIRMED, ORDER_STOPPED_OR_ON } from '../../ordering/ordering.api';
import { book } from '../../ordering/testing/a-draft';
import { toldDue } from '../../payments/testing/told-due';
import { Consignments } from '../shipping.api';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  auditOf,
  labelled,
  OIL,
  type ParcelWorld,
  SOAP,
} from '../testing/parcel-world';

// Papers are drawn and read: fonts and decoders load on first use.
jest.setTimeout(60_000);

let world: ParcelWorld;
let id: string;
let orderId: string;
beforeAll(async () => {
  world = await aParcelWorld();
  ({
    orderId,
    parcelIds: [id = ''],
  } = await aPaidOrder(world, [
    aRecipient(),
    aRecipient({ name: 'Huda Saleh', address: { form: 'short', shortAddress: 'RNBB2312', city: 'Riyadh' } }),
  ]));
});
afterAll(() => world?.app.close());

const step = (endpoint: typeof startPicking | typeof labelParcel) =>
  world.app.call(endpoint, { as: world.packer, params: { id } });
const scan = (code: string) =>
  world.app.call(scanPiece, { as: world.packer, params: { id }, body: { code } });
const pack = (weightGrams: number) =>
  world.app.call(packParcel, { as: world.packer, params: { id }, body: { weightGrams } });
async function stockOf(sku: string): Promise<{ onHand: number; reserved: number }> {
  const [row] = await world.app.system((tx) =>
    tx.query<{ onHand: number; reserved: number }>(
      `select s.on_hand as "onHand", s.reserved from stock s join product_variants v on v.id = s.variant_id where v.sku = $1`,
      [sku],
    ),
  );
  return row ?? { onHand: 0, reserved: 0 };
}

const handOver = (trackingNumber: string) =>
  world.app.call(handOverParcel, {
    as: world.packer,
    params: { id },
    body: { carrier: 'smsa', trackingNumber },
  });
const paper = (kind: 'slip' | 'label') =>
  world.app.call(parcelDocument, { as: world.packer, params: { id, kind } });
const plain = (text: string): string => text.normalize('NFKC').replace(/\s|\u200d|\u0640/g, '');
const textOf = async (bytes: Buffer): Promise<string> =>
  plain((await readPdf(bytes)).pages.flatMap((page) => page.items.map((item) => item.text)).join(''));

/** The tests of this file are one walk of one parcel, each step after the one before it. */
describe('a parcel, from planned to handed over', () => {
  it('shows the packer brand and goods, and neither recipient nor price', async () => {
    const { body: parcel } = await world.app.call(getParcel, { as: world.packer, params: { id } });
    expect(parcel).toMatchObject({ state: 'planned', index: 1, count: 2, pieces: 3, brandName: 'Dar Nour' });
    expect(parcel.parcelCode).toMatch(/^[0-9A-Z]{3}-[0-9A-Z]{4}$/);
    expect(parcel.items.map((item) => item.sku).sort()).toEqual([OIL, SOAP]);
    expect(parcel.actions.find((action) => action.step === 'start_picking')).toMatchObject({ allowed: true });
    expect(JSON.stringify(parcel)).not.toMatch(/نورة|العتيبي|551234567|جدة|SAR|minor|Trading/);
  });

  it('refuses every step that is not the next', async () => {
    const answers = [await scan(OIL), await pack(500), await step(labelParcel), await handOver('SM123456')];
    expect(answers.map((answer) => [answer.status, answer.body.code])).toEqual(
      answers.map(() => [409, 'WRONG_STATE']),
    );
    expect([(await paper('slip')).status, (await paper('label')).status]).toEqual([404, 404]);
  });

  it('is taken in hand once', async () => {
    const { body: parcel } = await step(startPicking);
    expect(parcel).toMatchObject({ state: 'picking', version: 2 });
    expect((await step(startPicking)).body.code).toBe('WRONG_STATE');
  });

  it('takes pieces by SKU or GTIN, Arabic-Indic digits and leading zeros included, and no other', async () => {
    const { body: parcel } = await scan(OIL.toLowerCase());
    const gtin = parcel.items.find((item) => item.sku === SOAP)?.gtin ?? '';
    const arabic = `٠${gtin}`.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    const soap = await scan(arabic);
    expect(soap.body.items.map((item) => [item.sku, item.packed]).sort()).toEqual([
      [OIL, 1],
      [SOAP, 1],
    ]);
    const again = await scan(SOAP);
    expect([again.status, again.body.code, again.body.params]).toEqual([
      409,
      'ALREADY_COMPLETE',
      { code: SOAP },
    ]);
    const other = await scan('6281000000000');
    expect([other.status, other.body.code]).toEqual([409, 'NOT_IN_THIS_PARCEL']);
  });

  it('is not closed with a piece missing or a wrong weight', async () => {
    const early = await pack(500);
    expect([early.body.code, early.body.params]).toEqual(['PIECES_MISSING', { count: 1 }]);
    const { body: parcel } = await scan(OIL);
    const { low, expected, high } = parcel.weight;
    for (const grams of [low - 1, high + 1]) {
      const off = await pack(grams);
      expect([off.body.code, off.body.params]).toEqual(['WEIGHT_OFF', { low, high }]);
    }
    expect((await pack(expected)).body).toMatchObject({ state: 'packed', scan: null });
  });

  it('is labelled once the scan passed; slip and label then print under neutral names', async () => {
    expect((await paper('label')).status).toBe(404);
    const { body: parcel } = await step(labelParcel);
    expect(parcel).toMatchObject({ state: 'labelled', scan: { verdict: 'pass' } });
    expect(parcel.scan?.surfaces).toBeGreaterThan(10);
    for (const kind of ['slip', 'label'] as const) {
      const { headers, raw } = await paper(kind);
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'cache-control': 'no-store',
        'content-disposition': `inline; filename="${kind}-${parcel.parcelCode}.pdf"`,
      });
      const text = await textOf(raw);
      for (const part of [
        'نورة العتيبي',
        'شارع الأمير سلطان',
        '+966 55 123 4567',
        'دار نور',
        parcel.parcelCode,
      ])
        expect(text).toContain(plain(part));
    }
  });

  it('writes down every opening of the recipient by staff', async () => {
    expect(
      (await auditOf(world.app, id)).filter((event) => event === 'shipping.recipient_read'),
    ).toHaveLength(3);
  });

  it('is handed over with its number, which is scanned too, once, and leaves the stock', async () => {
    const before = await stockOf(OIL);
    const leak = await handOver('QAFILA-0012');
    expect([leak.status, leak.body.fields?.[0]]).toEqual([
      422,
      { path: 'trackingNumber', code: 'invalid', params: {} },
    ]);
    const { body: parcel } = await handOver('SM123456789');
    expect(parcel).toMatchObject({ state: 'handed_over', carrier: 'smsa', trackingNumber: 'SM123456789' });
    expect(parcel.actions.every((action) => !action.allowed)).toBe(true);
    expect(parcel.nextId).not.toBeNull();
    expect((await handOver('SM123456789')).body.code).toBe('WRONG_STATE');
    const pieces = parcel.items.find((item) => item.sku === OIL)?.quantity ?? 0;
    expect(pieces).toBeGreaterThan(0);
    expect(await stockOf(OIL)).toEqual({
      onHand: before.onHand - pieces,
      reserved: before.reserved - pieces,
    });
  });

  it('shows the trader his recipients, and the tracking page from hand-over on', async () => {
    const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    expect(body.rows).toMatchObject([
      { recipientName: 'نورة العتيبي', city: 'جدة', scanPassed: true, state: 'handed_over' },
      { recipientName: 'Huda Saleh', city: 'Riyadh', scanPassed: false, trackingUrl: null },
    ]);
    expect(body.rows[0]?.trackingUrl).toMatch(/^http:\/\/parcel\.test\/p\/[\w-]{22}$/);
  });

  it('draws the slip for its trader in any state, and for no other', async () => {
    const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    const other = await world.app.aTrader();
    for (const { id: parcelId, recipientName } of body.rows) {
      const params = { id: parcelId };
      const slip = await world.app.call(consignmentSlip, { as: world.trader, params });
      expect(await textOf(slip.raw)).toContain(plain(recipientName));
      expect((await world.app.call(consignmentSlip, { as: other, params })).status).toBe(404);
    }
    expect((await world.app.call(orderConsignments, { as: other, params: { id: orderId } })).status).toBe(
      404,
    );
  });

  it('tells its trader by the door, without the recipient', async () => {
    const facts = await world.app.system((tx) =>
      world.app.get(Consignments).handedOver(tx, world.trader.companyId, id),
    );
    expect(facts).toMatchObject({ orderId, carrier: 'smsa', trackingNumber: 'SM123456789', count: 2 });
    expect(JSON.stringify(facts)).not.toContain('العتيبي');
  });
});

describe('the parcels that stayed of an order', () => {
  const stayed = async (): Promise<ParcelView> => {
    const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    const params = { id: body.rows[1]?.id ?? '' };
    return (await world.app.call(getParcel, { as: world.packer, params })).body;
  };
  const listed = async (state: 'todo' | 'on_hold'): Promise<string[]> =>
    (await world.app.call(listParcels, { as: world.packer, query: { state } })).body.rows.map(
      (row) => row.id,
    );
  const order = async () =>
    (await world.app.call(getOrder, { as: world.trader, params: { id: orderId } })).body;

  const due = () => toldDue(world.app, world.trader, orderId);
  const refund = (refundedMinor: number) => book(world.app, world.trader, { orderId, refundedMinor });
  const receive = (receivedMinor: number) => book(world.app, world.trader, { orderId, receivedMinor });
  const handOverStayed = async () =>
    world.app.call(handOverParcel, {
      as: world.packer,
      params: { id: (await stayed()).id },
      body: { carrier: 'smsa', trackingNumber: 'SM987654321' },
    });

  it('are held, and say why, when all of its money went back after a parcel left, and go on where they were', async () => {
    const { id: parcelId } = await stayed();
    await labelled(world, parcelId);
    const { minor } = (await order()).totals.total;
    await refund(minor - 1);
    expect((await stayed()).state).toBe('labelled');
    await refund(1);
    expect(await order()).toMatchObject({ payment: 'refunded', stoppedAt: expect.any(String) });
    expect(await due()).toMatchObject({ due: minor, state: 'confirmed', transfer: 'awaiting' });
    const held = await stayed();
    expect([held.state, held.actions.map(({ reasons }) => reasons.map(({ code }) => code))]).toEqual([
      'on_hold',
      Array(4).fill(['PARCEL_HELD']),
    ]);
    const answer = await handOverStayed();
    expect([answer.status, answer.body.code]).toEqual([409, 'PARCEL_HELD']);
    expect([await listed('on_hold'), await listed('todo')]).toEqual([[parcelId], []]);
    await refund(-minor);
    const again = await stayed();
    expect([again.state, again.items.every(({ packed, quantity }) => packed === quantity)]).toEqual([
      'labelled',
      true,
    ]);
    expect([await listed('on_hold'), await listed('todo')]).toEqual([[], [parcelId]]);
    expect(await due()).toMatchObject({ due: 0, payment: 'paid', transfer: 'settled' });
    expect(await order()).toMatchObject({ stoppedAt: null });
    expect(
      (await auditOf(world.app, orderId)).filter((event) => /stop|goes_on|held|released/.test(event)),
    ).toEqual([
      'ordering.order_stopped',
      'shipping.consignments_held',
      'ordering.order_goes_on',
      'shipping.consignments_released',
    ]);
  });

  it('wait for the whole: of two refunds one that comes back is not enough', async () => {
    const { minor } = (await order()).totals.total;
    const less = Math.floor(minor * 0.4);
    await refund(minor - less);
    await refund(less);
    await refund(-less);
    expect((await stayed()).state).toBe('on_hold');
    expect(await due()).toMatchObject({ due: minor - less });
    await receive(minor - less);
    expect((await stayed()).state).toBe('labelled');
    expect(await due()).toMatchObject({ due: 0, transfer: 'settled' });
  });

  it('are held too when the payer’s bank took the money back, until the order is paid anew', async () => {
    const { minor } = (await order()).totals.total;
    await receive(-minor);
    expect([(await order()).state, (await stayed()).state]).toEqual(['confirmed', 'on_hold']);
    await receive(minor - 1);
    expect((await stayed()).state).toBe('on_hold');
    expect(await due()).toMatchObject({ due: 1, transfer: 'awaiting' });
    await receive(1);
    expect((await stayed()).state).toBe('labelled');
  });

  it('follow how the order stands when they hear of it, whatever was told late', async () => {
    const { minor } = (await order()).totals.total;
    const tell = async (type: string) => {
      const told = { type, companyId: world.trader.companyId, payload: { orderId } };
      await world.app.system((tx) => world.app.get(Outbox).record(tx, told));
      await world.app.drain();
    };
    await tell(ORDER_STOPPED_OR_ON);
    expect((await stayed()).state).toBe('labelled');
    await receive(-minor);
    await tell(ORDER_CONFIRMED);
    expect((await stayed()).state).toBe('on_hold');
    await receive(minor);
    expect((await stayed()).state).toBe('labelled');
  });

  it('leave with no carrier once the order was stopped, before shipping hears of it', async () => {
    const mark = (sql: string) =>
      world.app.system((tx) => tx.query(`update orders set stopped_at = ${sql} where id = $1`, [orderId]));
    await mark('now()');
    expect((await stayed()).state).toBe('labelled');
    const answer = await handOverStayed();
    expect([answer.status, answer.body.code]).toEqual([409, 'PARCEL_HELD']);
    await mark('null');
    expect((await handOverStayed()).status).toBe(200);
  });
});
