import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScreenKey, useKeys } from '../../../lib/keys';

interface ReviewKeys {
  readonly accept: () => void;
  readonly ask: () => void;
  readonly move: (by: 1 | -1) => void;
  readonly reject: () => void;
  readonly next: () => void;
}
/** Buttons of the decision that a key brings the focus to: Enter then decides. */
export const APPROVE_ID = 'review-approve';
export const SEND_BACK_ID = 'review-send-back';

const focus = (id: string): void => document.querySelector<HTMLElement>(`#${id} button`)?.focus();

/** The keys of the review: the whole queue can be decided without the mouse. */
export function useReviewKeys(steps: ReviewKeys): void {
  const { t } = useTranslation('review');
  const latest = useRef(steps);
  latest.current = steps;
  const keys = useMemo((): readonly ScreenKey[] => {
    const key = (code: string, word: string, run: (steps: ReviewKeys) => void): ScreenKey => ({
      code,
      shown: code.replace('Key', ''),
      label: t(`keys.${word}`),
      run: () => run(latest.current),
    });
    return [
      key('KeyA', 'accept', (now) => now.accept()),
      key('KeyR', 'ask', (now) => now.ask()),
      key('KeyJ', 'next', (now) => now.move(1)),
      key('KeyK', 'previous', (now) => now.move(-1)),
      key('KeyP', 'approve', () => focus(APPROVE_ID)),
      key('KeyS', 'sendBack', () => focus(SEND_BACK_ID)),
      key('KeyX', 'reject', (now) => now.reject()),
      key('KeyN', 'nextApplication', (now) => now.next()),
    ];
  }, [t]);
  useKeys(keys);
}
