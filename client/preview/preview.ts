import { isLocale, type Locale } from '@qafila/shared/kernel/locale';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { speak } from '../tracking/src/language';
import { parcelParts } from '../tracking/src/show-parcel';

interface Given {
  readonly parcel: TrackingView;
  readonly locale: Locale;
  readonly logo: string;
}

const isGiven = (data: unknown): data is Given =>
  typeof data === 'object' && data !== null && 'parcel' in data && 'locale' in data && isLocale(data.locale);

/** Shows the parcel that the page around this one gives, and no other's. */
addEventListener('message', ({ origin, source, data }: MessageEvent<unknown>) => {
  if (origin !== location.origin || source !== parent || !isGiven(data)) return;
  speak(data.locale);
  const { parts, title } = parcelParts(data.parcel, data.locale, data.logo);
  document.title = title;
  document.getElementById('page')?.replaceChildren(...parts);
});
parent.postMessage('ready', location.origin);
