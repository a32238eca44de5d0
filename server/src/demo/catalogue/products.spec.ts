import { describe, expect, it } from '@jest/globals';
import { PRICE_LISTS } from '@qafila/shared/catalogue/catalogue.rules';
import { demoCategories } from './categories';
import { gtinCheckDigit, NEUTRAL_GTIN_PREFIX } from './gtin';
import { demoProducts } from './products';
import type { DemoVariant, Words } from './types';

const SELLER_GTIN_PREFIX = '628100';
const variants = demoProducts.flatMap((product) => product.variants);
const skusWhere = (wrong: (variant: DemoVariant) => boolean): string[] =>
  variants.filter(wrong).map((variant) => variant.sku);
const repeated = (values: string[]): string[] =>
  values.filter((value, index) => values.indexOf(value) !== index);
const prices = (slug: string): number[] =>
  demoProducts
    .find((product) => product.slug === slug)
    ?.variants.map((variant) => variant.pricesSar10k['trade-b'] / 10_000) ?? [];
const column = (slug: string): number[] =>
  demoProducts.find((product) => product.slug === slug)?.variants.map((variant) => variant.axisOrder) ?? [];

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;
const isSpoken = (words: Words): boolean =>
  Object.values(words).every((text) => text.trim() === text && text.length > 0) &&
  ARABIC.test(words.ar) &&
  ![words.en, words.no, words.fr].some((text) => ARABIC.test(text));

describe('the demo catalogue', () => {
  it('has at least 60 products in 8 categories and 200 variants', () => {
    expect(demoCategories).toHaveLength(8);
    expect(demoProducts.length).toBeGreaterThanOrEqual(60);
    expect(variants.length).toBeGreaterThanOrEqual(200);
  });

  it('puts every product in a category that exists, and fills every category', () => {
    const used = [...new Set(demoProducts.map((product) => product.category))];
    expect(used).toEqual(demoCategories.map((category) => category.slug));
  });

  it('never repeats a slug, SKU, GTIN, shelf or English name', () => {
    expect(repeated(demoProducts.map((product) => product.slug))).toEqual([]);
    expect(repeated(demoProducts.map((product) => product.name.en))).toEqual([]);
    expect(repeated(variants.map((variant) => variant.sku))).toEqual([]);
    expect(repeated(variants.map((variant) => variant.gtin))).toEqual([]);
    expect(repeated(variants.map((variant) => variant.shelf))).toEqual([]);
  });

  it('keeps the four products of the drawing at their drawn prices and columns', () => {
    expect(prices('argan-oil-cold-pressed')).toEqual([18.4, 41, 148]);
    expect(prices('beldi-black-soap')).toEqual([15.5, 52]);
    expect(prices('ghassoul-clay-milled')).toEqual([8.6, 29.75]);
    expect(prices('rose-water-kelaa-mgouna')).toEqual([9.9, 19]);
    expect(column('argan-oil-cold-pressed')).toEqual([30, 100, 500]);
    expect(column('ghassoul-clay-milled')).toEqual([100, 500]);
  });
});

describe('codes on the goods', () => {
  it('agrees with published GTIN check digits', () => {
    expect(gtinCheckDigit('629104150021')).toBe(3);
    expect(gtinCheckDigit('400638133393')).toBe(1);
  });

  it('gives every variant a valid GTIN-13 outside the seller’s prefix', () => {
    const wrong = skusWhere(
      ({ gtin }) =>
        !/^\d{13}$/.test(gtin) ||
        gtinCheckDigit(gtin.slice(0, 12)) !== Number(gtin[12]) ||
        !gtin.startsWith(NEUTRAL_GTIN_PREFIX) ||
        gtin.startsWith(SELLER_GTIN_PREFIX),
    );
    expect(wrong).toEqual([]);
  });

  it('keeps SKUs and shelves in their form, without a hint of the store', () => {
    expect(skusWhere(({ sku }) => !/^[A-Z]{3}-[A-Z0-9]{1,6}$/.test(sku) || /Q/.test(sku))).toEqual([]);
    expect(skusWhere(({ shelf }) => !/^[A-H]-\d{2}$/.test(shelf))).toEqual([]);
  });
});

describe('terms of the goods', () => {
  it('sells in whole steps from a minimum of whole steps, in known case sizes', () => {
    const wrong = skusWhere(
      (variant) =>
        ![6, 10, 12, 24].includes(variant.caseSize) ||
        variant.step < 1 ||
        variant.minimumQuantity < 1 ||
        variant.minimumQuantity % variant.step !== 0,
    );
    expect(wrong).toEqual([]);
  });

  it('has tiers that rise in quantity and discount, reachable in whole steps above the minimum', () => {
    const wrong = skusWhere(({ tiers, step, minimumQuantity }) =>
      tiers.some((tier, index) => {
        const before = tiers[index - 1];
        const rises = !before || (tier.from > before.from && tier.percentOff > before.percentOff);
        const reachable = tier.from % step === 0 && tier.from > minimumQuantity;
        return !rises || !reachable || tier.percentOff <= 0 || tier.percentOff >= 50;
      }),
    );
    expect(wrong).toEqual([]);
  });
});

describe('prices and stock of the goods', () => {
  it('has positive whole prices and weights, and stock of zero or more', () => {
    const wrong = skusWhere(
      ({ pricesSar10k, weightGrams, onHand }) =>
        Object.values(pricesSar10k).some((price) => !Number.isSafeInteger(price) || price <= 0) ||
        !Number.isSafeInteger(weightGrams) ||
        weightGrams <= 0 ||
        !Number.isSafeInteger(onHand) ||
        onHand < 0,
    );
    expect(wrong).toEqual([]);
  });

  it('prices every variant lower on list A than on list B, by about four percent, on steps of 0.10', () => {
    const wrong = skusWhere(({ pricesSar10k: { 'trade-a': a, 'trade-b': b } }) => {
      const isNear = Math.abs(a - b * 0.96) <= 500;
      return a >= b || !isNear || a % 1_000 !== 0;
    });
    expect(wrong).toEqual([]);
  });

  it('tells an arrival exactly when nothing is on hand, and has both empty and low shelves', () => {
    expect(skusWhere((v) => (v.onHand === 0) !== (v.arrivesInDays !== undefined))).toEqual([]);
    expect(skusWhere((v) => v.onHand === 0).length).toBeGreaterThanOrEqual(10);
    expect(skusWhere((v) => v.onHand > 0 && v.onHand < v.caseSize * 2).length).toBeGreaterThanOrEqual(10);
  });

  it('orders the sizes of a product, and never prices a later one lower', () => {
    const unordered = demoProducts.filter((product) =>
      product.variants.some((variant, index) => {
        const before = product.variants[index - 1];
        if (!before) return false;
        const { pricesSar10k: now } = variant;
        const isCheaper = PRICE_LISTS.some((list) => now[list] < before.pricesSar10k[list]);
        return isCheaper || variant.axisOrder <= before.axisOrder;
      }),
    );
    expect(unordered.map((product) => product.slug)).toEqual([]);
  });
});

describe('words in four languages', () => {
  it('speaks each name, blurb and size, Arabic in Arabic letters and the others without', () => {
    const silent = [
      ...demoCategories.filter((category) => !isSpoken(category.name)).map((category) => category.slug),
      ...demoProducts
        .filter((product) => !isSpoken(product.name) || !isSpoken(product.blurb))
        .map((product) => product.slug),
      ...skusWhere((variant) => !isSpoken(variant.size)),
    ];
    expect(silent).toEqual([]);
  });

  it('leaves no Latin letters in Arabic names and sizes', () => {
    expect(demoProducts.filter((product) => LATIN.test(product.name.ar)).map((p) => p.slug)).toEqual([]);
    expect(skusWhere((variant) => LATIN.test(variant.size.ar))).toEqual([]);
  });

  it('translates blurbs instead of repeating them, one sentence each', () => {
    const wrong = demoProducts.filter(({ blurb }) => {
      const texts = Object.values(blurb);
      return new Set(texts).size !== texts.length || texts.some((text) => !/^[^.]+\.$/.test(text));
    });
    expect(wrong.map((product) => product.slug)).toEqual([]);
  });
});
