import type { Locale } from '@qafila/shared/kernel/locale';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { h } from './dom';

type Brand = TrackingView['brand'];

/** The name of the brand in the reader's script. */
export const brandName = (brand: Brand, locale: Locale): string =>
  locale === 'ar' && brand.nameArabic ? brand.nameArabic : brand.nameLatin;

/** Both names, the reader's script first and large. */
function names(brand: Brand, locale: Locale): HTMLElement {
  const main = brandName(brand, locale);
  const other = main === brand.nameLatin ? brand.nameArabic : brand.nameLatin;
  return h(
    'p',
    { class: 'names' },
    h('bdi', { class: 'name', translate: 'no' }, main),
    other
      ? h('bdi', { class: main === brand.nameLatin ? 'second' : 'second latin', translate: 'no' }, other)
      : null,
  );
}

/** The brand on top of the page: its logo, if it has one and it loads, and its names in both scripts. */
export function brandHeader(brand: Brand, locale: Locale, logoAddress: string): HTMLElement {
  const header = h('header', { class: 'brand' }, names(brand, locale));
  if (brand.hasLogo) {
    // The names stand below it, so the picture says nothing to a screen reader.
    const logo: HTMLElement = h('img', {
      src: logoAddress,
      alt: '',
      class: 'logo',
      error: () => logo.remove(),
    });
    header.prepend(logo);
  }
  return header;
}
