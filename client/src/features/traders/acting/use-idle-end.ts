import { ACTING_IDLE_MINUTES } from '@qafila/shared/traders/acting.rules';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

const MINUTE_MS = 60_000;
/** The server notes a use once a minute, so its clock may stand up to a minute behind what was done here. */
const MARGIN_MS = MINUTE_MS;
const LOOK_MS = 5_000;

/** Whole minutes until acting ends by itself; every answer of the server begins them again. Calls `end` at zero. */
export function useIdleEnd(end: () => void): number {
  const client = useQueryClient();
  const usedAt = useRef(Date.now());
  const ending = useRef(end);
  ending.current = end;
  const [minutes, setMinutes] = useState<number>(ACTING_IDLE_MINUTES.value);
  useEffect(() => {
    const used = (): void => {
      usedAt.current = Date.now();
    };
    const queries = client.getQueryCache().subscribe(({ type, query }) => {
      if (type === 'updated' && query.state.fetchStatus === 'idle') used();
    });
    const mutations = client.getMutationCache().subscribe(({ type }) => {
      if (type === 'updated') used();
    });
    const timer = setInterval(() => {
      const left = usedAt.current + ACTING_IDLE_MINUTES.value * MINUTE_MS - MARGIN_MS - Date.now();
      setMinutes(Math.max(1, Math.ceil((left + MARGIN_MS) / MINUTE_MS)));
      if (left <= 0) ending.current();
    }, LOOK_MS);
    return () => {
      queries();
      mutations();
      clearInterval(timer);
    };
  }, [client]);
  return minutes;
}
