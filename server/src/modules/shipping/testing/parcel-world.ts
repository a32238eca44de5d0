import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { editDraft, putLines, putRecipients } from '@qafila/shared/ordering/ordering.contract';
import {
  handOverParcel,
  labelParcel,
  type ParcelView,
  packParcel,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import type { Tx } from '../../../platform/database/unit-of-work';
import { newId } from '../../../platform/ids/new-id';
import { aBrand } from '../../branding/testing/a-brand';
import { aDraft, book, submit, type Trader } from '../../ordering/testing/a-draft';

export const IBAN = 'SA0380000000608010167519';
/** The store of these tests; nothing of it may reach a recipient. */
export const STORE = {
  nameLatin: 'Qafila Moroccan Goods Trading Co.',
  nameArabic: 'شركة قافلة للبضائع المغربية',
  otherNames: ['Qafila', 'قافلة'],
  addressLines: ['6218 Al Kharj Road', 'Riyadh 14317-3095'],
  phones: ['+966114001234'],
  mails: ['trade@qafila.example'],
  domains: ['qafila.example'],
  vatNumber: '310998877600003',
  registrationNumber: '7009988776',
  gs1Prefix: '628100',
  bank: { latin: 'Najd Commercial Bank', arabic: 'بنك نجد التجاري' },
};
/** Two goods sold by the piece, dear enough that one of them meets every minimum. */
export const OIL = 'OIL-100';
export const SOAP = 'SOAP-100';
const GOODS = [
  {
    id: newId(),
    productId: newId(),
    sku: OIL,
    gtin: '2000000000015',
    shelf: 'A-02',
    grams: 190,
    name: { en: 'Argan oil', ar: 'زيت أركان', no: 'Arganolje', fr: 'Huile d’argan' },
    size: { en: '100 ml', ar: '100 مل', no: '100 ml', fr: '100 ml' },
  },
  {
    id: newId(),
    productId: newId(),
    sku: SOAP,
    gtin: '2000000000022',
    shelf: 'A-01',
    grams: 148,
    name: { en: 'Black soap', ar: 'صابون بلدي', no: 'Svart såpe', fr: 'Savon noir' },
    size: { en: '100 g', ar: '100 غ', no: '100 g', fr: '100 g' },
  },
] as const;
const idOf = (sku: string): string => GOODS.find((good) => good.sku === sku)?.id ?? '';

export interface ParcelWorld {
  readonly app: TestApp;
  readonly packer: TestPerson;
  readonly trader: Trader;
  readonly brandId: string;
}

/** A store, goods, a trader with a brand in two scripts, and a packer. */
export async function aParcelWorld(given: { readonly logo?: Buffer } = {}): Promise<ParcelWorld> {
  const app = await aTestApp();
  await seedStore(app);
  const trader = await app.aTrader({ nameLatin: 'Dar Nour Trading', nameArabic: 'مؤسسة دار نور' });
  const names = { latin: 'Dar Nour', arabic: 'دار نور', french: null, norwegian: null };
  const brandId = await aBrand(app, trader.companyId, { content: { names }, ...given });
  return { app, trader, brandId, packer: await app.aStaff('warehouse') };
}

async function seedStore(app: TestApp): Promise<void> {
  const sealer = await app.sealer(null);
  const ibanEnc = sealer.seal({ table: 'seller_settings', column: 'iban_enc', rowId: '1' }, IBAN);
  await app.system(async (tx) => {
    await tx.query(
      `insert into seller_settings (id, identity, iban_enc, iban_hash, bic, version) values (1, $1, $2, $3, 'NJDBSARI', 1)`,
      [STORE, ibanEnc, app.get(BlindIndex).ofIban(IBAN)],
    );
    await tx.query(`insert into categories (slug, position, name) values ('goods', 0, '{}')`);
    for (const [position, good] of GOODS.entries()) await seedGood(tx, good, position);
  });
}

async function seedGood(tx: Tx, good: (typeof GOODS)[number], position: number): Promise<void> {
  await tx.query(
    `insert into products (id, slug, category_slug, position, name, blurb, origin, can_private_label, picture_svg,
       picture_hash, search_text) values ($1, $2, 'goods', $3, $4, $4, 'MA', true, '<svg/>', 'hash', $2)`,
    [good.productId, good.sku, position, good.name],
  );
  await tx.query(
    `insert into product_variants (id, product_id, sku, gtin, size, position, case_size, minimum_quantity, step,
       weight_grams, shelf, tiers) values ($1, $2, $3, $4, $5, 0, 1, 1, 1, $6, $7, '[]')`,
    [good.id, good.productId, good.sku, good.gtin, good.size, good.grams, good.shelf],
  );
  await tx.query(
    `insert into variant_prices (variant_id, price_list, currency, per10k) values ($1, 'trade-b', 'SAR', 60000000)`,
    [good.id],
  );
  await tx.query('insert into stock (variant_id, on_hand) values ($1, 5000)', [good.id]);
}

const ADDRESS = {
  form: 'parts',
  buildingNumber: '8228',
  street: 'شارع الأمير سلطان',
  district: 'حي السلامة',
  city: 'جدة',
  postalCode: '23436',
  additionalNumber: '6789',
} as const;

/** A recipient with two bottles of oil and one soap. */
export const aRecipient = (given: Partial<RecipientInput> = {}): RecipientInput => ({
  name: 'نورة العتيبي',
  phone: '+966551234567',
  email: 'noura@mail.example',
  address: ADDRESS,
  items: [
    { variantId: idOf(OIL), quantity: 2 },
    { variantId: idOf(SOAP), quantity: 1 },
  ],
  ...given,
});

/** A paid order to these recipients, its parcels planned; answers the order and the parcels in their order. */
export async function aPaidOrder(
  { app, trader, brandId }: ParcelWorld,
  recipients: readonly RecipientInput[] = [aRecipient()],
): Promise<{ orderId: string; parcelIds: string[] }> {
  const empty = await aDraft(app, trader);
  const params = { id: empty.id };
  const edited = await app.call(editDraft, {
    as: trader,
    params,
    version: empty.version,
    body: { shipTo: 'customers', brandProfileId: brandId },
  });
  const lines = await app.call(putLines, {
    as: trader,
    params,
    version: edited.body.version,
    body: { lines: totalOf(recipients) },
  });
  const shared = await app.call(putRecipients, {
    as: trader,
    params,
    version: lines.body.version,
    body: { recipients: [...recipients] },
  });
  await pay({ app, trader }, { id: empty.id, version: shared.body.version });
  return { orderId: empty.id, parcelIds: await parcelsOf(app, empty.id) };
}

/** A paid order to the trader's own warehouse. */
export async function aWarehouseOrder({ app, trader }: Pick<ParcelWorld, 'app' | 'trader'>) {
  const empty = await aDraft(app, trader);
  const { body } = await app.call(putLines, {
    as: trader,
    params: { id: empty.id },
    version: empty.version,
    body: { lines: [{ variantId: idOf(OIL), quantity: 3 }] },
  });
  await pay({ app, trader }, { id: empty.id, version: body.version });
  return { orderId: empty.id, parcelIds: await parcelsOf(app, empty.id) };
}

async function pay(
  { app, trader }: Pick<ParcelWorld, 'app' | 'trader'>,
  draft: { id: string; version: number },
): Promise<void> {
  const placed = await submit(app, trader, draft);
  if (placed.status !== 200) throw new Error(`submit refused: ${JSON.stringify(placed.body)}`);
  await book(app, trader, { orderId: draft.id, receivedMinor: placed.body.totals.total.minor });
}

function totalOf(recipients: readonly RecipientInput[]) {
  const total = new Map<string, number>();
  for (const { variantId, quantity } of recipients.flatMap(({ items }) => items))
    total.set(variantId, (total.get(variantId) ?? 0) + quantity);
  return [...total].map(([variantId, quantity]) => ({ variantId, quantity }));
}

async function parcelsOf(app: TestApp, orderId: string): Promise<string[]> {
  const rows = await app.system((tx) =>
    tx.query<{ id: string }>('select id from consignments where order_id = $1 order by position', [orderId]),
  );
  return rows.map((row) => row.id);
}

/** Picks every piece of a parcel and closes it with its expected weight. */
export async function packed({ app, packer }: ParcelWorld, id: string): Promise<ParcelView> {
  const params = { id };
  const { body: parcel } = await app.call(startPicking, { as: packer, params });
  for (const item of parcel.items)
    for (let piece = 0; piece < item.quantity; piece += 1)
      await app.call(scanPiece, { as: packer, params, body: { code: item.sku } });
  const weightGrams = parcel.weight.expected;
  return (await app.call(packParcel, { as: packer, params, body: { weightGrams } })).body;
}

/** Packs a parcel and draws its papers. */
export async function labelled(world: ParcelWorld, id: string): Promise<ParcelView> {
  await packed(world, id);
  const answer = await world.app.call(labelParcel, { as: world.packer, params: { id } });
  if (answer.status !== 200) throw new Error(`label refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Labels a parcel and gives it to the carrier under this number. */
export async function handedOver(
  world: ParcelWorld,
  id: string,
  trackingNumber = 'SM123456789',
): Promise<ParcelView> {
  await labelled(world, id);
  const answer = await world.app.call(handOverParcel, {
    as: world.packer,
    params: { id },
    body: { carrier: 'smsa', trackingNumber },
  });
  if (answer.status !== 200) throw new Error(`hand-over refused: ${JSON.stringify(answer.body)}`);
  return answer.body;
}

/** Changes the brand snapshot of one parcel: a leak in real data, where the next label will draw it. */
export const plantInBrand = (
  app: TestApp,
  id: string,
  change: Readonly<Record<string, unknown>>,
): Promise<unknown> =>
  app.system((tx) =>
    tx.query('update consignments set brand = brand || $2::jsonb where id = $1', [
      id,
      JSON.stringify(change),
    ]),
  );

/** Names of the audit rows of one parcel, in their order. */
export async function auditOf(app: TestApp, subjectId: string): Promise<string[]> {
  const rows = await app.system((tx) =>
    tx.query<{ event: string }>('select event from audit_event where subject_id = $1 order by id', [
      subjectId,
    ]),
  );
  return rows.map((row) => row.event);
}
