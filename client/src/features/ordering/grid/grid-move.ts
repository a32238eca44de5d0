/** Where a cell stands: row and column from zero, in reading order. */
export interface CellPlace {
  readonly row: number;
  readonly column: number;
}

/** For each row, which of its columns hold a cell that takes a quantity. */
export type GridShape = readonly (readonly boolean[])[];

/** A key that moves: arrows by what the eye sees, Home and End in reading order. */
export interface MoveKey {
  readonly key: string;
  readonly ctrl: boolean;
}

const cellsOf = (shape: GridShape, row: number): number[] =>
  (shape[row] ?? []).flatMap((isCell, column) => (isCell ? [column] : []));

function nearest(columns: readonly number[], wanted: number): number | undefined {
  return [...columns].sort((a, b) => Math.abs(a - wanted) - Math.abs(b - wanted) || a - b)[0];
}

function sideways(shape: GridShape, at: CellPlace, step: 1 | -1): CellPlace | undefined {
  const columns = cellsOf(shape, at.row);
  const column = columns[columns.indexOf(at.column) + step];
  return column === undefined ? undefined : { row: at.row, column };
}

function upOrDown(shape: GridShape, at: CellPlace, step: 1 | -1): CellPlace | undefined {
  for (let row = at.row + step; row >= 0 && row < shape.length; row += step) {
    const column = nearest(cellsOf(shape, row), at.column);
    if (column !== undefined) return { row, column };
  }
  return undefined;
}

function edge(shape: GridShape, rows: readonly number[], end: 'first' | 'last'): CellPlace | undefined {
  const places = rows.flatMap((row) => cellsOf(shape, row).map((column) => ({ row, column })));
  return end === 'first' ? places[0] : places.at(-1);
}

/**
 * The cell a key leads to, or `undefined` when it stays.
 * Left and right follow the eye: in Arabic the next column lies to the left. Rows without that column give their nearest cell.
 */
export function gridMove(
  shape: GridShape,
  at: CellPlace,
  { key, ctrl, dir }: MoveKey & { readonly dir: 'ltr' | 'rtl' },
): CellPlace | undefined {
  const every = shape.map((_, row) => row);
  switch (key) {
    case 'ArrowRight':
      return sideways(shape, at, dir === 'rtl' ? -1 : 1);
    case 'ArrowLeft':
      return sideways(shape, at, dir === 'rtl' ? 1 : -1);
    case 'ArrowDown':
      return upOrDown(shape, at, 1);
    case 'ArrowUp':
      return upOrDown(shape, at, -1);
    case 'Home':
      return edge(shape, ctrl ? every : [at.row], 'first');
    case 'End':
      return edge(shape, ctrl ? every : [at.row], 'last');
    default:
      return undefined;
  }
}
