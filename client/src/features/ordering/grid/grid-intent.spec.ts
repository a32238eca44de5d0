import { describe, expect, it } from '@jest/globals';
import { gridIntent } from './grid-intent';

const press = (key: string, isEditing = false, more: object = {}) =>
  gridIntent({ key, shiftKey: false, ctrlKey: false, ...more }, isEditing);

describe('keys in a cell', () => {
  it('Enter and F2 begin to edit; F2 and Esc end it', () => {
    expect([press('Enter'), press('F2')]).toEqual([{ kind: 'edit' }, { kind: 'edit' }]);
    expect([press('F2', true), press('Escape', true)]).toEqual([{ kind: 'move' }, { kind: 'move' }]);
  });

  it('Enter commits and goes on below, with Shift above', () => {
    expect(press('Enter', true)).toEqual({ kind: 'go', key: 'ArrowDown', ctrl: false });
    expect(press('Enter', true, { shiftKey: true })).toEqual({ kind: 'go', key: 'ArrowUp', ctrl: false });
  });

  it('left and right move the cell while moving and the caret while editing', () => {
    expect(press('ArrowLeft')).toEqual({ kind: 'go', key: 'ArrowLeft', ctrl: false });
    expect(press('ArrowLeft', true)).toBeUndefined();
    expect(press('End', false, { ctrlKey: true })).toEqual({ kind: 'go', key: 'End', ctrl: true });
  });

  it('a digit of any set begins an entry; a letter does not', () => {
    expect([press('4'), press('٤'), press('۴')]).toEqual([
      { kind: 'type' },
      { kind: 'type' },
      { kind: 'type' },
    ]);
    expect(press('x')).toBeUndefined();
  });
});
