import { type RefObject, useEffect } from 'react';
import type { CellPlace, GridShape } from './grid-move';

type Table = HTMLTableElement | null;
const rowsOf = (table: Table): HTMLTableRowElement[] => [
  ...(table?.querySelectorAll<HTMLTableRowElement>('tr[data-grid-row]') ?? []),
];
const cellsOf = (row: HTMLTableRowElement): (HTMLInputElement | null)[] =>
  [...row.querySelectorAll('.cell')].map((cell) => cell.querySelector<HTMLInputElement>('input[data-cell]'));

/** Which cells of the grid on the screen take a quantity. */
export const shapeOf = (table: Table): GridShape =>
  rowsOf(table).map((row) => cellsOf(row).map((input) => input !== null));

/** The cell's input at a place. */
export function cellAt(table: Table, { row, column }: CellPlace): HTMLInputElement | undefined {
  const found = rowsOf(table)[row];
  return (found && cellsOf(found)[column]) ?? undefined;
}

/** Where an input stands. */
export function placeOf(table: Table, input: HTMLInputElement): CellPlace | undefined {
  const line = input.closest('tr');
  const row = line ? rowsOf(table).indexOf(line) : -1;
  const column = line ? cellsOf(line).indexOf(input) : -1;
  return row >= 0 && column >= 0 ? { row, column } : undefined;
}

/** Keeps one cell in the tab order: the last one visited, else the first. Its text is selected on entering. */
export function useOneTabStop(table: RefObject<Table>, rows: unknown): void {
  useEffect(() => {
    const element = table.current;
    if (!element || rows === undefined) return;
    const all = (): HTMLInputElement[] => [...element.querySelectorAll<HTMLInputElement>('input[data-cell]')];
    const stopAt = (input: HTMLInputElement | undefined): void => {
      for (const each of all()) each.tabIndex = each === input ? 0 : -1;
    };
    const enter = ({ target }: FocusEvent): void => {
      if (!(target instanceof HTMLInputElement) || !target.matches('[data-cell]')) return;
      stopAt(target);
      target.select();
    };
    stopAt(all().find((input) => input.tabIndex === 0) ?? all()[0]);
    element.addEventListener('focusin', enter);
    return () => element.removeEventListener('focusin', enter);
  }, [table, rows]);
}
