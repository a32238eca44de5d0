import { describe, expect, it } from '@jest/globals';
import { type GridMode, gridIntent } from './grid-intent';

const press = (key: string, mode: GridMode = 'move', more: object = {}) =>
  gridIntent({ key, shiftKey: false, ctrlKey: false, ...more }, mode);
const go = (key: string, ctrl = false) => ({ kind: 'go', key, ctrl });

describe('keys in a cell', () => {
  it('Enter and F2 begin to edit; F2 and Esc end it', () => {
    expect([press('Enter'), press('F2'), press('F2', 'enter')]).toEqual(Array(3).fill({ kind: 'edit' }));
    expect([press('F2', 'edit'), press('Escape', 'enter')]).toEqual(Array(2).fill({ kind: 'move' }));
  });

  it('Enter commits and goes on below, with Shift above', () => {
    expect([press('Enter', 'enter'), press('Enter', 'edit')]).toEqual(Array(2).fill(go('ArrowDown')));
    expect(press('Enter', 'enter', { shiftKey: true })).toEqual(go('ArrowUp'));
  });

  it('left and right change the cell while moving and entering, and move the caret while editing', () => {
    expect([press('ArrowLeft'), press('ArrowLeft', 'enter')]).toEqual(Array(2).fill(go('ArrowLeft')));
    expect(press('ArrowLeft', 'edit')).toBeUndefined();
    expect(press('End', 'move', { ctrlKey: true })).toEqual(go('End', true));
  });

  it('a digit of any set begins an entry; a letter does not', () => {
    expect(['4', '٤', '۴'].map((key) => press(key))).toEqual(Array(3).fill({ kind: 'enter' }));
    expect([press('x'), press('4', 'edit')]).toEqual([undefined, undefined]);
  });
});
