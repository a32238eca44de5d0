import { type RefObject, useEffect, useState } from 'react';
import { isTyping } from '../../../../lib/keys';

const PRESSED_BY_SPACE = 'button:not(.proof-grip), a, input';

/** True while the space bar is held over the page or with the page in focus: the page is moved then. */
export function useHolding(box: RefObject<HTMLElement | null>): boolean {
  const [isHolding, setHolding] = useState(false);
  useEffect(() => {
    const isHere = (): boolean => box.current?.matches(':hover, :focus') ?? false;
    const press = (event: KeyboardEvent): void => {
      if (event.code !== 'Space' || isTyping(event.target) || !isHere()) return;
      if (event.target instanceof Element && event.target.closest(PRESSED_BY_SPACE)) return;
      event.preventDefault();
      setHolding(true);
    };
    const release = (event: KeyboardEvent): void => {
      if (event.code !== 'Space') return;
      // On the grip the bar was held to move the page: letting it go presses nothing.
      if (event.target instanceof Element && event.target.closest('.proof-grip')) event.preventDefault();
      setHolding(false);
    };
    const leave = (): void => setHolding(false);
    window.addEventListener('keydown', press);
    window.addEventListener('keyup', release);
    window.addEventListener('blur', leave);
    return () => {
      window.removeEventListener('keydown', press);
      window.removeEventListener('keyup', release);
      window.removeEventListener('blur', leave);
    };
  }, [box]);
  return isHolding;
}
