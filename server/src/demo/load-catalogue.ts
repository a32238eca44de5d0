import { createHash } from 'node:crypto';
import { PRICE_LISTS } from '@qafila/shared/catalogue/catalogue.rules';
import { fold, foldWords } from '@qafila/shared/shipping/fold';
import { v5 } from 'uuid';
import type { Tx } from '../platform/database/unit-of-work';
import { drawProduct } from './art/draw-product';
import { demoCategories } from './catalogue/categories';
import { demoProducts } from './catalogue/products';
import type { DemoProduct, DemoVariant, Words } from './catalogue/types';

/** Name space of the demo's ids: the same goods have the same ids on every start. */
const DEMO_NAMESPACE = '6f1c2b0e-6c1b-4d57-9a43-1d6f4f3f7a10';
const DAY_MS = 86_400_000;
/** SAR for one unit × 10⁶; the dollar is pegged at 3.75. */
const RATES: readonly (readonly [string, number])[] = [
  ['SAR', 1_000_000],
  ['USD', 3_750_000],
  ['EUR', 4_320_000],
  ['NOK', 371_000],
  ['AED', 1_021_000],
];

/** Id of a demo product. */
export const demoProductId = (slug: string): string => v5(`product/${slug}`, DEMO_NAMESPACE);
/** Id of a demo variant. */
export const demoVariantId = (sku: string): string => v5(`variant/${sku}`, DEMO_NAMESPACE);

/** Loads categories, goods, prices, rates and stock of the demo, by sets; loading again changes nothing. */
export async function loadCatalogue(tx: Tx, now: Date): Promise<void> {
  await loadCategories(tx);
  await loadProducts(tx);
  const variants = demoProducts.flatMap((product) =>
    product.variants.map((variant) => ({ variant, productId: demoProductId(product.slug) })),
  );
  const goods = variants.map(({ variant }) => variant);
  await loadVariants(tx, variants);
  await loadPrices(tx, goods);
  await loadStock(tx, goods, now);
  await tx.query(
    `insert into exchange_rates (currency, sar_rate_e6, source, quoted_at)
     select r.currency, r.rate, 'demo', $3 from unnest($1::text[], $2::bigint[]) as r(currency, rate) on conflict do nothing`,
    [RATES.map(([currency]) => currency), RATES.map(([, rate]) => rate), now],
  );
}

async function loadCategories(tx: Tx): Promise<void> {
  await tx.query(
    `insert into categories (slug, position, name)
     select c.slug, c.position, c.name from unnest($1::text[], $2::int[], $3::jsonb[]) as c(slug, position, name)
     on conflict do nothing`,
    [
      demoCategories.map((category) => category.slug),
      demoCategories.map((_, position) => position),
      demoCategories.map((category) => JSON.stringify(category.name)),
    ],
  );
}

async function loadProducts(tx: Tx): Promise<void> {
  const pictures = demoProducts.map((product) => drawProduct(product.picture));
  await tx.query(
    `insert into products (id, slug, category_slug, position, name, blurb, origin, can_private_label, picture_svg,
       picture_hash, search_text)
     select p.* from unnest($1::uuid[], $2::text[], $3::text[], $4::int[], $5::jsonb[], $6::jsonb[], $7::text[],
       $8::boolean[], $9::text[], $10::text[], $11::text[]) as p on conflict do nothing`,
    [
      demoProducts.map((product) => demoProductId(product.slug)),
      demoProducts.map((product) => product.slug),
      demoProducts.map((product) => product.category),
      demoProducts.map((_, position) => position),
      demoProducts.map((product) => JSON.stringify(product.name)),
      demoProducts.map((product) => JSON.stringify(product.blurb)),
      demoProducts.map((product) => product.origin),
      demoProducts.map((product) => product.canPrivateLabel),
      pictures,
      pictures.map((svg) => createHash('sha256').update(svg).digest('hex').slice(0, 16)),
      demoProducts.map(searchTextOf),
    ],
  );
}

async function loadVariants(tx: Tx, rows: readonly { variant: DemoVariant; productId: string }[]) {
  const of = <T>(pick: (variant: DemoVariant) => T): T[] => rows.map(({ variant }) => pick(variant));
  await tx.query(
    `insert into product_variants (id, product_id, sku, gtin, size, position, case_size, minimum_quantity, step,
       weight_grams, shelf, tiers)
     select v.* from unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::jsonb[], $6::int[], $7::int[], $8::int[],
       $9::int[], $10::int[], $11::text[], $12::jsonb[]) as v on conflict do nothing`,
    [
      of((variant) => demoVariantId(variant.sku)),
      rows.map((row) => row.productId),
      of((variant) => variant.sku),
      of((variant) => variant.gtin),
      of((variant) => JSON.stringify(variant.size)),
      of((variant) => variant.axisOrder),
      of((variant) => variant.caseSize),
      of((variant) => variant.minimumQuantity),
      of((variant) => variant.step),
      of((variant) => variant.weightGrams),
      of((variant) => variant.shelf),
      of((variant) => JSON.stringify(variant.tiers)),
    ],
  );
}

async function loadPrices(tx: Tx, variants: readonly DemoVariant[]): Promise<void> {
  const rows = variants.flatMap(({ sku, pricesSar10k }) =>
    PRICE_LISTS.map((list) => ({ id: demoVariantId(sku), list, per10k: pricesSar10k[list] })),
  );
  await tx.query(
    `insert into variant_prices (variant_id, price_list, currency, per10k)
     select p.id, p.list, 'SAR', p.per10k from unnest($1::uuid[], $2::text[], $3::bigint[]) as p(id, list, per10k)
     on conflict do nothing`,
    [rows.map(({ id }) => id), rows.map(({ list }) => list), rows.map(({ per10k }) => per10k)],
  );
}

async function loadStock(tx: Tx, variants: readonly DemoVariant[], now: Date): Promise<void> {
  const arrival = (variant: DemoVariant): string | null =>
    variant.arrivesInDays === undefined
      ? null
      : new Date(now.getTime() + variant.arrivesInDays * DAY_MS).toISOString().slice(0, 10);
  await tx.query(
    `insert into stock (variant_id, on_hand, arrives_on)
     select s.id, s.on_hand, s.arrives_on from unnest($1::uuid[], $2::int[], $3::date[]) as s(id, on_hand, arrives_on)
     on conflict do nothing`,
    [
      variants.map((variant) => demoVariantId(variant.sku)),
      variants.map((variant) => variant.onHand),
      variants.map(arrival),
    ],
  );
}

/** Names in four languages, SKUs whole and in parts, and GTINs, folded as a search is folded. */
function searchTextOf(product: DemoProduct): string {
  const words = (text: Words): string[] => Object.values(text).flatMap(foldWords);
  const codes = product.variants.flatMap(({ sku, gtin }) => [...foldWords(sku), fold(sku), gtin]);
  return [...new Set([...words(product.name), ...codes])].join(' ');
}
