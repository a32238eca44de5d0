/** What a key pressed in a cell asks for. */
export type GridIntent =
  | { readonly kind: 'go'; readonly key: string; readonly ctrl: boolean }
  /** Begin to edit with the caret at the end. */
  | { readonly kind: 'edit' }
  /** Back to moving, the text selected. */
  | { readonly kind: 'move' }
  /** A digit: the browser types it over the selected text, and editing has begun. */
  | { readonly kind: 'type' };

interface PressedKey {
  readonly key: string;
  readonly shiftKey: boolean;
  readonly ctrlKey: boolean;
}

const SIDEWAYS = ['ArrowLeft', 'ArrowRight', 'Home', 'End'];

function enterIntent(isEditing: boolean, isUp: boolean): GridIntent {
  if (!isEditing && !isUp) return { kind: 'edit' };
  return { kind: 'go', key: isUp ? 'ArrowUp' : 'ArrowDown', ctrl: false };
}

/**
 * Two modes, as in a spreadsheet: moving (arrows change the cell) and editing (left and right move the caret).
 * Enter edits, then commits and goes on below; with Shift above.
 */
export function gridIntent(event: PressedKey, isEditing: boolean): GridIntent | undefined {
  const { key, shiftKey, ctrlKey } = event;
  if (key === 'F2') return { kind: isEditing ? 'move' : 'edit' };
  if (key === 'Escape') return { kind: 'move' };
  if (key === 'Enter') return enterIntent(isEditing, shiftKey);
  if (key === 'ArrowDown' || key === 'ArrowUp') return { kind: 'go', key, ctrl: false };
  if (SIDEWAYS.includes(key)) return isEditing ? undefined : { kind: 'go', key, ctrl: ctrlKey };
  return /^\p{Nd}$/u.test(key) ? { kind: 'type' } : undefined;
}
