import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { createDraft, putLines, reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { aTestApp, type TestAnswer, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { demoProductId, demoVariantId, loadCatalogue } from '../../../demo/load-catalogue';
import { newId } from '../../../platform/ids/new-id';
import { bookMoney, seedSeller } from '../../payments/testing/payment-world';
import type { MoneyBooked } from '../ordering.api';

export type Trader = TestPerson & { readonly companyId: string };
/** Pieces by SKU. */
export type Goods = Readonly<Record<string, number>>;

/** The application with the demo catalogue on its shelves and a seller to pay to. */
export async function aShop(): Promise<TestApp> {
  const app = await aTestApp();
  await app.system((tx) => loadCatalogue(tx, app.clock.now()));
  await seedSeller(app);
  return app;
}

/** Lines of a request: neutral pack. */
export const linesOf = (goods: Goods) =>
  Object.entries(goods).map(([sku, quantity]) => ({ variantId: demoVariantId(sku), quantity }));

/** A draft with these goods; returns its id and version. */
export async function aDraft(
  app: TestApp,
  trader: Trader,
  goods: Goods = {},
): Promise<{ id: string; version: number }> {
  const { body: draft } = await app.call(createDraft, { as: trader, body: { name: 'Autumn' } });
  if (Object.keys(goods).length === 0) return { id: draft.id, version: draft.version };
  const put = await app.call(putLines, {
    as: trader,
    params: { id: draft.id },
    version: draft.version,
    body: { lines: linesOf(goods) },
  });
  if (put.status !== 200) throw new Error(`lines refused: ${JSON.stringify(put.body)}`);
  return { id: draft.id, version: put.body.version };
}

/** Submits a draft with the total that its review shows. */
export async function submit(
  app: TestApp,
  trader: Trader,
  draft: { readonly id: string; readonly version: number },
): Promise<TestAnswer<typeof submitOrder>> {
  const review = await app.call(reviewOrder, { as: trader, params: { id: draft.id } });
  return app.call(submitOrder, {
    as: trader,
    params: { id: draft.id },
    version: draft.version,
    body: { expectedTotal: review.body.totals.total, method: 'bank_transfer' },
  });
}

/** Books money of an order in the ledger, and delivers what ordering is told of it. */
export async function book(
  app: TestApp,
  trader: Trader,
  booked: Partial<MoneyBooked> & { readonly orderId: string },
): Promise<void> {
  const { orderId, receivedMinor = 0, refundedMinor = 0 } = booked;
  await bookMoney(app, {
    companyId: trader.companyId,
    orderId,
    received: receivedMinor,
    refunded: refundedMinor,
  });
  await app.drain();
}

/** Gives a variant one price in halalas for ten thousand on every list, and a stock. */
export function stockUp(
  app: TestApp,
  sku: string,
  given: { readonly onHand?: number; readonly per10k?: number },
): Promise<void> {
  return app.system(async (tx) => {
    if (given.onHand !== undefined)
      await tx.query('update stock set on_hand = reserved + $2 where variant_id = $1', [
        demoVariantId(sku),
        given.onHand,
      ]);
    if (given.per10k !== undefined)
      await tx.query('update variant_prices set per10k = $2 where variant_id = $1', [
        demoVariantId(sku),
        given.per10k,
      ]);
  });
}

/** New variants of one product at 150.00, any quantity, a hundred in stock. */
export async function manyVariants(app: TestApp, count: number): Promise<string[]> {
  const ids = Array.from({ length: count }, () => newId());
  await app.system(async (tx) => {
    await tx.query(
      `insert into product_variants (id, product_id, sku, gtin, size, position, case_size, minimum_quantity, step,
         weight_grams, shelf, tiers)
       select v.id, $2, 'T-' || v.id, 'T-' || v.id, '{"en":"1","ar":"1","no":"1","fr":"1"}', 0, 1, 1, 1, 10, 'T-01', '[]'
       from unnest($1::uuid[]) as v(id)`,
      [ids, demoProductId('argan-oil-cold-pressed')],
    );
    await tx.query(
      `insert into variant_prices (variant_id, price_list, currency, per10k)
       select v, 'trade-b', 'SAR', 1500000 from unnest($1::uuid[]) as v`,
      [ids],
    );
    await tx.query('insert into stock (variant_id, on_hand) select v, 100 from unnest($1::uuid[]) as v', [
      ids,
    ]);
  });
  return ids;
}

/** Free pieces of a variant now. */
export async function available(app: TestApp, sku: string): Promise<number> {
  const [row] = await app.system((tx) =>
    tx.query<{ free: number }>('select on_hand - reserved as free from stock where variant_id = $1', [
      demoVariantId(sku),
    ]),
  );
  return row?.free ?? 0;
}

/** A recipient in Riyadh with these pieces. */
export const aRecipient = (
  name: string,
  goods: Goods,
  more: Partial<RecipientInput> = {},
): RecipientInput => ({
  name,
  phone: '0551234567',
  address: { form: 'short', shortAddress: 'RRRD2929', city: 'Riyadh' },
  items: linesOf(goods),
  ...more,
});
