import { describe, expect, it } from '@jest/globals';
import type { ProductView } from '@qafila/shared/catalogue/catalogue.contract';
import { filterProducts } from './product-filter';

const variant = { sku: 'ARG-030', gtin: '2004071000304', available: 0 };
const product = (name: ProductView['name'], more: object = {}) =>
  ({ name, categorySlug: 'oils', variants: [variant], ...more }) as unknown as ProductView;
const argan = product({ en: 'Argan oil', ar: 'زيت أركان', no: 'Arganolje', fr: 'Huile d’argan' });
const soap = product(
  { en: 'Beldi soap', ar: 'صابون بلدي', no: 'Beldisåpe', fr: 'Savon beldi' },
  { categorySlug: 'hammam', variants: [{ sku: 'BS-100', gtin: '2004', available: 36 }] },
);
const find = (search: string, more: object = {}) =>
  filterProducts([argan, soap], { search, category: '', inStock: false, ...more }).map(
    (each) => each.name.en,
  );

describe('finding products', () => {
  it('finds by any language without hamza, accents or capitals', () => {
    expect(find('اركان')).toEqual(['Argan oil']);
    expect(find('HUILE dargan')).toEqual(['Argan oil']);
    expect(find('beldisåpe')).toEqual(['Beldi soap']);
  });

  it('finds by SKU with or without its hyphen, and by barcode in Arabic digits', () => {
    expect(find('arg030')).toEqual(['Argan oil']);
    expect(find('٢٠٠٤٠٧١')).toEqual(['Argan oil']);
  });

  it('leaves one category, or what is in stock', () => {
    expect(find('', { category: 'hammam' })).toEqual(['Beldi soap']);
    expect(find('', { inStock: true })).toEqual(['Beldi soap']);
  });

  it('finds nothing where one word is missing', () => {
    expect(find('argan soap')).toEqual([]);
  });
});
