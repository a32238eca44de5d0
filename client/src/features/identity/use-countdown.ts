import { useEffect, useState } from 'react';

const SECOND = 1000;

/** Seconds left from `seconds` at the moment `from` appeared; counts down to zero. */
export function useCountdown(seconds: number, from: unknown): number {
  const [left, setLeft] = useState(seconds);
  useEffect(() => {
    const end = Date.now() + seconds * SECOND;
    setLeft(from === null ? 0 : seconds);
    if (seconds <= 0 || from === null) return;
    const timer = setInterval(() => setLeft(Math.max(0, Math.ceil((end - Date.now()) / SECOND))), SECOND / 4);
    return () => clearInterval(timer);
  }, [seconds, from]);
  return left;
}
