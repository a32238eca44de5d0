import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getParcel, orderConsignments, startPicking } from '@qafila/shared/shipping/shipping.contract';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { Outbox } from '../../../platform/outbox/outbox';
import { changeBrand } from '../../branding/testing/a-brand';
import { ORDER_CONFIRMED, ORDER_EXPIRED } from '../../ordering/ordering.api';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  aWarehouseOrder,
  labelled,
  type ParcelWorld,
} from '../testing/parcel-world';

jest.setTimeout(60_000);

let world: ParcelWorld;
beforeAll(async () => {
  world = await aParcelWorld();
});
afterAll(() => world?.app.close());

interface Row {
  recipient_enc: string;
  tracking_token_enc: string;
  tracking_token_hash: string;
  parcel_code: string;
  locale: string;
  state: string;
  brand: { nameArabic: string };
}
const rowsOf = (orderId: string): Promise<Row[]> =>
  world.app.system((tx) =>
    tx.query<Row>('select * from consignments where order_id = $1 order by position', [orderId]),
  );

async function tell(type: string, orderId: string): Promise<void> {
  const { app, trader } = world;
  await app.system((tx) =>
    app.get(Outbox).record(tx, { type, companyId: trader.companyId, payload: { orderId } }),
  );
  await app.drain();
}

describe('planning', () => {
  it('makes one parcel for each recipient, sealed, with a code and a secret of its own', async () => {
    const { orderId } = await aPaidOrder(world, [aRecipient(), aRecipient({ name: 'Huda Saleh' })]);
    const rows = await rowsOf(orderId);
    expect(rows.map((row) => row.locale)).toEqual(['ar', 'en']);
    expect(new Set(rows.map((row) => row.parcel_code)).size).toBe(2);
    expect(JSON.stringify(rows)).not.toMatch(/نورة|Huda|551234567|noura@|جدة/);
    const sealer = await world.app.sealer(world.trader.companyId);
    const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    for (const [index, row] of rows.entries()) {
      const place = {
        table: 'consignments',
        column: 'tracking_token_enc',
        rowId: body.rows[index]?.id ?? '',
      };
      const token = sealer.open(place, row.tracking_token_enc);
      expect(token).toMatch(/^[\w-]{22}$/);
      expect(world.app.get(BlindIndex).ofToken(token)).toBe(row.tracking_token_hash);
      expect(row.tracking_token_hash).not.toContain(token);
    }
  });

  it('keeps the brand as it was: a later change of the profile does not reach the parcel', async () => {
    const { orderId } = await aPaidOrder(world);
    const names = { latin: 'Dar Nour', arabic: 'نور أخرى', french: null, norwegian: null };
    await world.app.system((tx) => changeBrand(tx, world.trader.companyId, { names }));
    expect((await rowsOf(orderId))[0]?.brand.nameArabic).toBe('دار نور');
  });

  it('plans once, however often it is told', async () => {
    const { orderId } = await aPaidOrder(world);
    await tell(ORDER_CONFIRMED, orderId);
    expect(await rowsOf(orderId)).toHaveLength(1);
  });

  it('makes one parcel of an order to the trader’s own warehouse', async () => {
    const { orderId, parcelIds } = await aWarehouseOrder(world);
    expect(parcelIds).toHaveLength(1);
    const { body } = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    expect(body.rows).toMatchObject([{ recipientName: 'Dar Nour Trading', city: 'Old Town', pieces: 3 }]);
  });

  it('names a trader without a brand by himself, on the way to his own warehouse', async () => {
    const trader = await world.app.aTrader({ nameLatin: 'Bayt Zayt Trading' });
    const { parcelIds } = await aWarehouseOrder({ app: world.app, trader });
    const { body } = await world.app.call(getParcel, {
      as: world.packer,
      params: { id: parcelIds[0] ?? '' },
    });
    expect(body).toMatchObject({ brandName: 'Bayt Zayt Trading', hasLogo: false });
  });
});

describe('an order that is over', () => {
  const turn = (orderId: string, state: string) =>
    world.app.system((tx) => tx.query('update orders set state = $2 where id = $1', [orderId, state]));

  it('ends every parcel in the house, told twice or not, and has new ones when it is opened again', async () => {
    const { orderId, parcelIds } = await aPaidOrder(world, [aRecipient(), aRecipient(), aRecipient()]);
    const params = { id: parcelIds[0] ?? '' };
    await world.app.call(startPicking, { as: world.packer, params });
    await labelled(world, parcelIds[1] ?? '');
    await turn(orderId, 'expired');
    await tell(ORDER_EXPIRED, orderId);
    await tell(ORDER_EXPIRED, orderId);
    expect((await rowsOf(orderId)).map((row) => row.state)).toEqual(Array(3).fill('cancelled'));
    const { body } = await world.app.call(getParcel, { as: world.packer, params });
    expect(body.actions.every((action) => !action.allowed)).toBe(true);
    await turn(orderId, 'confirmed');
    await tell(ORDER_CONFIRMED, orderId);
    const shown = await world.app.call(orderConsignments, { as: world.trader, params: { id: orderId } });
    expect(shown.body.rows.map(({ index, state }) => [index, state])).toEqual([
      [1, 'planned'],
      [2, 'planned'],
      [3, 'planned'],
    ]);
    expect(shown.body.rows.some((row) => parcelIds.includes(row.id))).toBe(false);
  });
});
