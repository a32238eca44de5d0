import type { RecipientInput } from '@qafila/shared/ordering/order-views';
import { editDraft, putLines, putRecipients } from '@qafila/shared/ordering/ordering.contract';
import {
  labelParcel,
  type ParcelView,
  packParcel,
  scanPiece,
  startPicking,
} from '@qafila/shared/shipping/shipping.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { demoVariantId, loadCatalogue } from '../../../demo/load-catalogue';
import { BlindIndex } from '../../../platform/crypto/blind-index';
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
export const OIL = 'ARG-100';
export const SOAP = 'BLD-100';

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
  const brandId = await aBrand(app, trader.companyId, { nameLatin: 'Dar Nour', ...given });
  await app.system((tx) =>
    tx.query(`update brand_profiles set name_arabic = 'دار نور' where company_id = $1 and id = $2`, [
      trader.companyId,
      brandId,
    ]),
  );
  return { app, trader, brandId, packer: await app.aStaff('warehouse') };
}

async function seedStore(app: TestApp): Promise<void> {
  const sealer = await app.sealer(null);
  const ibanEnc = sealer.seal({ table: 'seller_settings', column: 'iban_enc', rowId: '1' }, IBAN);
  await app.system(async (tx) => {
    await loadCatalogue(tx, app.clock.now());
    const dear = [demoVariantId(OIL), demoVariantId(SOAP)];
    await tx.query(
      `update product_variants set minimum_quantity = 1, step = 1, tiers = '[]' where id = any($1::uuid[])`,
      [dear],
    );
    await tx.query('update variant_prices set per10k = 60000000 where variant_id = any($1::uuid[])', [dear]);
    await tx.query('update stock set on_hand = 5000 where variant_id = any($1::uuid[])', [dear]);
    await tx.query(
      `insert into seller_settings (id, identity, iban_enc, iban_hash, bic, version) values (1, $1, $2, $3, 'NJDBSARI', 1)`,
      [STORE, ibanEnc, app.get(BlindIndex).ofIban(IBAN)],
    );
  });
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
    { variantId: demoVariantId(OIL), quantity: 2 },
    { variantId: demoVariantId(SOAP), quantity: 1 },
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
  const draft = await aDraft(app, trader, { [OIL]: 3 });
  await pay({ app, trader }, draft);
  return { orderId: draft.id, parcelIds: await parcelsOf(app, draft.id) };
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
