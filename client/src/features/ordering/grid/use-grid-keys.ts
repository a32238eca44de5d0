import { type KeyboardEvent, type RefObject, useEffect, useRef } from 'react';
import { useLocale } from '../../../lib/i18n/locale';
import { cellAt, placeOf, shapeOf } from './grid-dom';
import { type GridIntent, type GridMode, gridIntent } from './grid-intent';
import { gridMove } from './grid-move';

type Table = HTMLTableElement | null;
const cellOf = (target: EventTarget): HTMLInputElement | null =>
  target instanceof HTMLInputElement && target.matches('[data-cell]') ? target : null;

/** Keyboard of the grid: carries out what a key asks for, and remembers how the cell takes keys. */
export function useGridKeys(table: RefObject<Table>): (event: KeyboardEvent) => void {
  const { dir } = useLocale();
  const mode = useRef<GridMode>('move');
  useEffect(() => {
    const element = table.current;
    const begin = (): void => {
      mode.current = 'move';
    };
    // Whatever enters text begins an entry: keys, a screen keyboard, dictation, a paste.
    const enter = (): void => {
      if (mode.current === 'move') mode.current = 'enter';
    };
    element?.addEventListener('focusin', begin);
    element?.addEventListener('input', enter);
    return () => {
      element?.removeEventListener('focusin', begin);
      element?.removeEventListener('input', enter);
    };
  }, [table]);
  const act = (input: HTMLInputElement, intent: GridIntent): void => {
    mode.current = intent.kind === 'go' ? 'move' : intent.kind;
    if (intent.kind === 'edit') input.setSelectionRange(input.value.length, input.value.length);
    // The restored text is in the field after the next drawing.
    if (intent.kind === 'move') requestAnimationFrame(() => input.select());
    if (intent.kind !== 'go') return;
    const at = placeOf(table.current, input);
    const to = at && gridMove(shapeOf(table.current), at, { ...intent, dir });
    if (to) cellAt(table.current, to)?.focus();
    else input.select();
  };
  return (event) => {
    const input = cellOf(event.target);
    if (!input || event.altKey || event.metaKey) return;
    const intent = gridIntent(event, mode.current);
    if (!intent) return;
    if (intent.kind !== 'enter') event.preventDefault();
    act(input, intent);
  };
}
