import { countryName } from '@qafila/shared/kernel/country-name';
import type { Locale } from '@qafila/shared/kernel/locale';
import { anyScript, code } from './document-words';
import type { RecipientAddress } from './recipient-view';

/** City and postal code on one line, as the country's letters have them. */
export function cityLine(address: RecipientAddress): string {
  const city = anyScript(address.city);
  if (!address.postalCode) return city;
  const postal = code(address.postalCode);
  return address.country === 'SA' ? `${city} ${postal}` : `${postal} ${city}`;
}

/** The address from street to country, each value isolated so that its digits keep their order. */
export const placeLines = (address: RecipientAddress, locale: Locale): string[] => [
  ...address.lines.map(anyScript),
  cityLine(address),
  countryName(address.country, locale),
];
