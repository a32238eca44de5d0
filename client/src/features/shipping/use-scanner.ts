import { useEffect, useRef } from 'react';
import { isTyping } from '../../lib/keys';
import { feed, NOT_SCANNING } from './scan-buffer';

/** Listens on the whole screen for a scanned code. Inside a field the field gets it. */
export function useScanner(onCode: (code: string) => void): void {
  const latest = useRef(onCode);
  latest.current = onCode;
  useEffect(() => {
    let state = NOT_SCANNING;
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return;
      const { next, code } = feed(state, event.key, event.timeStamp);
      state = next;
      if (code === null) return;
      // Enter belongs to the code, not to the button that happens to have the focus.
      event.preventDefault();
      event.stopPropagation();
      latest.current(code);
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  }, []);
}
