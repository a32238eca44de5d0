import type { Locale } from '@qafila/shared/kernel/locale';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { brandHeader, brandName } from './brand-header';
import { pageColours } from './colours';
import { parcelCard } from './parcel-page';
import { STATE_WORDS } from './words';

/** The parts of a parcel's page under its brand, with the page's colours set; and the title of its tab. */
export function parcelParts(
  parcel: TrackingView,
  locale: Locale,
  logoAddress: string,
): { parts: HTMLElement[]; title: string } {
  const { brand, state } = parcel;
  // Set through the object model: the page's policy forbids styles written into the markup.
  for (const [name, colour] of Object.entries(pageColours(brand))) {
    document.documentElement.style.setProperty(name, colour);
  }
  return {
    parts: [brandHeader(brand, locale, logoAddress), parcelCard(parcel, locale)],
    title: `${STATE_WORDS[state].headline[locale]} · ${brandName(brand, locale)}`,
  };
}
