/** How a cell takes keys: moving between cells, entering over what was there, or editing with the caret. */
export type GridMode = 'move' | 'enter' | 'edit';

/** What a key pressed in a cell asks for. */
export type GridIntent =
  | { readonly kind: 'go'; readonly key: string; readonly ctrl: boolean }
  /** Begin to edit with the caret at the end. */
  | { readonly kind: 'edit' }
  /** Back to moving, the text selected. */
  | { readonly kind: 'move' }
  /** A digit: the browser types it over the selected text, and an entry has begun. */
  | { readonly kind: 'enter' };

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const SIDEWAYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

function enterIntent(mode: GridMode, isUp: boolean): GridIntent {
  if (mode === 'move' && !isUp) return { kind: 'edit' };
  return { kind: 'go', key: isUp ? 'ArrowUp' : 'ArrowDown', ctrl: false };
}

/**
 * Three modes, as in a spreadsheet. Moving and entering: arrows change the cell, so 48 → 24 is typed without Enter.
 * Editing (Enter or F2): left and right move the caret. Enter commits and goes on below; with Shift above.
 */
export function gridIntent(event: PressedKey, mode: GridMode): GridIntent | undefined {
  const { key, shiftKey, ctrlKey } = event;
  if (key === 'F2') return { kind: mode === 'edit' ? 'move' : 'edit' };
  if (key === 'Escape') return { kind: 'move' };
  if (key === 'Enter') return enterIntent(mode, shiftKey);
  if (key === 'ArrowDown' || key === 'ArrowUp') return { kind: 'go', key, ctrl: false };
  if (SIDEWAYS.includes(key)) return mode === 'edit' ? undefined : { kind: 'go', key, ctrl: ctrlKey };
  return mode === 'move' && /^\p{Nd}$/u.test(key) ? { kind: 'enter' } : undefined;
}
