import type { Locale } from '@qafila/shared/kernel/locale';
import type { TrackingView } from '@qafila/shared/shipping/tracking.contract';
import { type ReactNode, useEffect, useRef, useState } from 'react';

interface TrackingFrameProps {
  readonly title: string;
  readonly parcel: TrackingView;
  readonly locale: Locale;
  /** Address of the logo; the real page has it under the parcel's link. */
  readonly logo: string;
}

/** The recipients' own page in a frame, given a parcel instead of fetching one. */
export function TrackingFrame({ title, parcel, locale, logo }: TrackingFrameProps): ReactNode {
  const frame = useRef<HTMLIFrameElement>(null);
  const [isReady, setReady] = useState(false);
  useEffect(() => {
    const hear = (event: MessageEvent<unknown>): void => {
      const isOurs = event.origin === location.origin && event.source === frame.current?.contentWindow;
      if (isOurs && event.data === 'ready') setReady(true);
    };
    addEventListener('message', hear);
    return () => removeEventListener('message', hear);
  }, []);
  useEffect(() => {
    if (isReady) frame.current?.contentWindow?.postMessage({ parcel, locale, logo }, location.origin);
  }, [isReady, parcel, locale, logo]);
  return <iframe ref={frame} className="tracking-frame" title={title} src="/tracking-preview/page" />;
}
