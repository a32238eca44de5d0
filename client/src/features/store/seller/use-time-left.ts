import { useEffect, useState } from 'react';

const MINUTE_MS = 60_000;
const MINUTES_IN_HOUR = 60;

/** Whole hours and minutes until a moment, counted again every half minute; zeros once it is over. */
export function useTimeLeft(iso: string): { readonly hours: number; readonly minutes: number } {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), MINUTE_MS / 2);
    return () => clearInterval(timer);
  }, []);
  const minutes = Math.max(0, Math.ceil((Date.parse(iso) - now) / MINUTE_MS));
  return { hours: Math.floor(minutes / MINUTES_IN_HOUR), minutes: minutes % MINUTES_IN_HOUR };
}
