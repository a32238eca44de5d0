import { describe, expect, it } from '@jest/globals';
import { gridMove } from './grid-move';

/** Argan has three sizes, soap the last two, clay is out of stock, rose water the first. */
const shape = [
  [true, true, true],
  [false, true, true],
  [false, false, false],
  [true, false, false],
];
/** `Ctrl+Home` holds Ctrl while Home is pressed. */
const press = (keys: string, at: [number, number], dir: 'ltr' | 'rtl' = 'ltr') => {
  const ctrl = keys.startsWith('Ctrl+');
  const key = keys.replace('Ctrl+', '');
  const to = gridMove(shape, { row: at[0], column: at[1] }, { key, dir, ctrl });
  return to && [to.row, to.column];
};

describe('moving in the grid', () => {
  it('moves to the right in English and stops at the edge', () => {
    expect(press('ArrowRight', [0, 0])).toEqual([0, 1]);
    expect(press('ArrowRight', [0, 2])).toBeUndefined();
    expect(press('ArrowLeft', [1, 1])).toBeUndefined();
  });

  it('follows the eye in Arabic: the next size lies to the left', () => {
    expect(press('ArrowLeft', [0, 0], 'rtl')).toEqual([0, 1]);
    expect(press('ArrowRight', [0, 1], 'rtl')).toEqual([0, 0]);
    expect(press('ArrowRight', [0, 0], 'rtl')).toBeUndefined();
  });

  it('keeps the column up and down, else takes the nearest cell, and jumps over rows without cells', () => {
    expect(press('ArrowDown', [0, 2])).toEqual([1, 2]);
    expect(press('ArrowDown', [0, 0])).toEqual([1, 1]);
    expect(press('ArrowDown', [1, 2])).toEqual([3, 0]);
    expect(press('ArrowUp', [3, 0])).toEqual([1, 1]);
    expect(press('ArrowDown', [3, 0])).toBeUndefined();
  });

  it('goes to the edges of the row, with Ctrl to the corners', () => {
    expect(press('Home', [1, 2])).toEqual([1, 1]);
    expect(press('End', [0, 0])).toEqual([0, 2]);
    expect(press('Ctrl+Home', [3, 0])).toEqual([0, 0]);
    expect(press('Ctrl+End', [0, 0])).toEqual([3, 0]);
  });

  it('knows no other key', () => {
    expect(press('a', [0, 0])).toBeUndefined();
  });
});
