import type { APIRequestContext } from '@playwright/test';
import { listProducts } from '@qafila/shared/catalogue/catalogue.contract';
import type { Good } from '../pages/order-pages';
import { call } from './portal-call';

/**
 * The good of a SKU, as the signed-in company sees it. Journeys share a world and its stock: goods of which there are
 * few belong to one journey alone.
 */
export async function goodOf(request: APIRequestContext, sku: string): Promise<Good> {
  const { rows } = await call(request, listProducts, { query: { search: sku } });
  for (const product of rows) {
    const variant = product.variants.find((each) => each.sku === sku);
    if (variant) return { product, variant };
  }
  throw new Error(`${sku} is not in the catalogue`);
}

const ARABIC_INDIC = '٠١٢٣٤٥٦٧٨٩';
/** The same number as an Arabic keyboard types it. */
export const inArabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => ARABIC_INDIC.charAt(Number(digit)));
