import { TRADER_ROLES, type TraderRole } from '@qafila/shared/access/roles';
import sharp from 'sharp';
import { demoProductId, demoVariantId } from '../../src/demo/load-catalogue';
import { aBrand, aSpec, changeBrand } from '../../src/modules/branding/testing/a-brand';
import { anOpenUpload, aPicture, aReadyFile } from '../../src/modules/branding/testing/a-file';
import { aPackaging } from '../../src/modules/branding/testing/a-packaging';
import type { Trader } from '../../src/modules/ordering/testing/a-draft';
import { newId } from '../../src/platform/ids/new-id';
import type { TestApp } from './test-app';

/** Stands in every text of company B, in both scripts; nowhere else in a test's world. */
export const MARKERS = ['ZQMARKERZQ', 'ظقعلامةظق'] as const;

/** How a company writes: A plainly, B with the markers in every text it types. */
export interface Hand {
  readonly latin: (text: string) => string;
  readonly arabic: (text: string) => string;
  readonly mailbox: string;
}
export const PLAIN: Hand = {
  latin: (text) => text,
  arabic: (text) => text,
  mailbox: 'plain.example',
};
export const MARKED: Hand = {
  latin: (text) => `${MARKERS[0]} ${text}`,
  arabic: (text) => `${MARKERS[1]} ${text}`,
  mailbox: `${MARKERS[0].toLowerCase()}.example`,
};

/** Two goods sold by the piece at SAR 6,000: one piece meets every minimum. The first may carry a label. */
export const GOODS = {
  dressed: demoVariantId('ARG-100'),
  plain: demoVariantId('BLD-100'),
  product: demoProductId('argan-oil-cold-pressed'),
  priceMinor: 600_000,
} as const;

/** A company before its first order: people of each role, an address, a brand with logo, a locked spec. */
export interface CompanyHouse {
  readonly hand: Hand;
  readonly companyId: string;
  readonly people: Readonly<Record<TraderRole, Trader>>;
  readonly brandId: string;
  readonly specId: string;
  readonly packagingId: string;
  readonly addressId: string;
  /** A file that was opened and is ready. */
  readonly assetId: string;
}

/** Puts the two goods on the shelf in pieces, without tiers, dear enough for every minimum. */
export const stockGoods = (app: TestApp): Promise<void> =>
  app.system(async (tx) => {
    const ids = [GOODS.dressed, GOODS.plain];
    await tx.query(
      `update product_variants set minimum_quantity = 1, step = 1, tiers = '[]' where id = any($1::uuid[])`,
      [ids],
    );
    await tx.query('update variant_prices set per10k = $2 where variant_id = any($1::uuid[])', [
      ids,
      GOODS.priceMinor * 100,
    ]);
    await tx.query('update stock set on_hand = 50000 where variant_id = any($1::uuid[])', [ids]);
  });

/** Opens a company with one person of each role; every text is written by `hand`. */
export async function aHouse(app: TestApp, name: string, hand: Hand): Promise<CompanyHouse> {
  const owner = await app.aTrader({
    nameLatin: hand.latin(`${name} Trading`),
    nameArabic: hand.arabic('بيت'),
  });
  const { companyId } = owner;
  const people = { owner } as Record<TraderRole, Trader>;
  for (const role of TRADER_ROLES.filter((each) => each !== 'owner'))
    people[role] = await app.aTrader({ role, company: { companyId } });
  const brandId = await aBrand(app, companyId, { logo: await aLogo(name), nameLatin: hand.latin(name) });
  const dressing = { productIds: [GOODS.product], name: hand.latin('Label and ribbon') };
  const specId = await aSpec(app, companyId, { brandId, ...dressing });
  const packagingId = await aPackaging(app, owner, {
    name: hand.latin('Bottle label'),
    remark: hand.arabic('ملصق'),
    brandProfileId: brandId,
  });
  const addressId = await writeTexts(app, { companyId, name, hand });
  const assetId = await aReadyFile(app, owner, {
    bytes: await aPicture({ hue: hueOf(name) }),
    name: hand.latin('logo.png'),
  });
  await anOpenUpload(app, owner, hand.latin('art.pdf'));
  return { hand, companyId, people, brandId, specId, packagingId, addressId, assetId };
}

/** What the builders leave plain: names of people, address, brand and spec. Answers the id of the address. */
async function writeTexts(
  app: TestApp,
  { companyId, name, hand }: { companyId: string; name: string; hand: Hand },
): Promise<string> {
  return app.system(async (tx) => {
    await tx.query(
      `update people set name = $2 || ' ' || right(id::text, 4) where id in (select person_id from memberships where company_id = $1)`,
      [companyId, hand.latin('Person')],
    );
    await tx.query(
      `update companies set registration_number = $2, vat_number = $3 where id = $1`,
      hand === PLAIN
        ? [companyId, '7012345678', '310456789100003']
        : [companyId, hand.latin('CR'), hand.latin('VAT')],
    );
    await changeBrand(tx, companyId, {
      names: { latin: hand.latin(name), arabic: hand.arabic('علامة'), french: null, norwegian: null },
      sender: { name: null, phone: null, lines: [hand.latin(name), hand.latin('Box 7'), 'Riyadh 12431'] },
      replyEmail: `hello@${hand.mailbox}`,
    });
    await tx.query(
      `insert into brand_consents (company_id, id, profile_id, kind, decision, text_version, text, locale, person_id, at)
       select b.company_id, $2, b.id, 'name', 'granted', 1, $3, 'en', m.person_id, $4 from brand_profiles b
       join memberships m on m.company_id = b.company_id and m.role = 'owner' where b.company_id = $1`,
      [companyId, newId(), hand.latin('Wording'), app.clock.now()],
    );
    const [address] = await tx.query<{ id: string }>(
      'update company_addresses set label = $2, lines = $3 where company_id = $1 returning id',
      [companyId, hand.latin('Warehouse'), [hand.latin('7 Market Street'), hand.arabic('حي السوق')]],
    );
    if (!address) throw new Error('The company has no address');
    return address.id;
  });
}

/** A square picture, another one for each name. */
const aLogo = (name: string): Promise<Buffer> =>
  sharp({ create: { width: 64, height: 64, channels: 3, background: { r: hueOf(name), g: 90, b: 40 } } })
    .png()
    .toBuffer();
const hueOf = (name: string): number =>
  [...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 200;
