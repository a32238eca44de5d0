import { useMemo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { type ScreenKey, useKeys } from '../../lib/keys';

export interface DeskSteps {
  readonly move: (by: 1 | -1) => void;
  readonly tick: () => void;
  readonly tickExact: () => void;
  readonly review: () => void;
  readonly split: () => void;
  readonly writeOff: () => void;
  readonly setAside: () => void;
  readonly pickFile: () => void;
}

/** The keys of the desk: the whole reconciliation can be done without the mouse. */
export function useDeskKeys(steps: DeskSteps): void {
  const { t } = useTranslation('payments');
  const latest = useRef(steps);
  latest.current = steps;
  const keys = useMemo((): readonly ScreenKey[] => {
    const key = (code: string, word: string, run: (steps: DeskSteps) => void): ScreenKey => ({
      code,
      shown: code.replace('Key', ''),
      label: t(`keys.${word}`),
      run: () => run(latest.current),
    });
    return [
      key('KeyJ', 'next', (now) => now.move(1)),
      key('KeyK', 'previous', (now) => now.move(-1)),
      key('KeyX', 'tick', (now) => now.tick()),
      key('KeyA', 'all', (now) => now.tickExact()),
      key('Enter', 'review', (now) => now.review()),
      key('KeyS', 'split', (now) => now.split()),
      key('KeyW', 'writeOff', (now) => now.writeOff()),
      key('KeyE', 'aside', (now) => now.setAside()),
      key('KeyI', 'import', (now) => now.pickFile()),
    ];
  }, [t]);
  useKeys(keys);
}
