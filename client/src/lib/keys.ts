import { useEffect, useSyncExternalStore } from 'react';

/** One key of the screen: by position (`event.code`), with Ctrl or Command where `mod`. */
export interface ScreenKey {
  /** Position of the key, such as `KeyJ` or `Slash`; or a character that has no fixed position, such as `?`. */
  readonly code: string;
  /** How the sheet shows it. */
  readonly shown: string;
  /** What it does, in the reader's words. */
  readonly label: string;
  readonly mod?: true;
  /** None where something else on the screen does it; the key then keeps its meaning elsewhere. */
  readonly run?: () => void;
}

const SWITCH = 'qafila.keys';
let registered: readonly (readonly ScreenKey[])[] = [];
const listeners = new Set<() => void>();
const tell = (): void => {
  for (const listener of listeners) listener();
};
const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** False when the person switched single keys off. */
export const areKeysOn = (): boolean => localStorage.getItem(SWITCH) !== 'off';
export function switchKeys(on: boolean): void {
  localStorage.setItem(SWITCH, on ? 'on' : 'off');
  tell();
}
export const useKeysOn = (): boolean => useSyncExternalStore(subscribe, areKeysOn);
/** The keys of this screen, outermost first. */
export const useRegisteredKeys = (): readonly (readonly ScreenKey[])[] =>
  useSyncExternalStore(subscribe, () => registered);

/** True while the focus is somewhere that takes text, where a single key is a letter. */
export function isTyping(target: EventTarget | null): boolean {
  const element = target instanceof HTMLElement ? target : null;
  return element?.closest(TAKES_TEXT) != null;
}
const TAKES_TEXT =
  'input:not([type="checkbox"], [type="radio"]), textarea, select, [contenteditable="true"], [role="dialog"]';

/** Enter on a button or link presses it; it is no key of the screen there. */
const isPress = (event: KeyboardEvent): boolean =>
  event.key === 'Enter' &&
  event.target instanceof Element &&
  event.target.closest('a, button, summary') !== null;

const isMeant = (key: ScreenKey, event: KeyboardEvent): boolean =>
  !event.altKey && (event.ctrlKey || event.metaKey) === (key.mod === true);

/** The key that is hit: the innermost screen wins, and a character (`?`) before a position. */
function keyFor(event: KeyboardEvent): ScreenKey | undefined {
  const meant = registered.flat().filter((each) => isMeant(each, event));
  const byCharacter = meant.findLast((each) => each.code === event.key);
  return byCharacter ?? (event.shiftKey ? undefined : meant.findLast((each) => each.code === event.code));
}

function hit(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isPress(event)) return;
  const key = keyFor(event);
  if (!key?.run) return;
  if (!key.mod && (!areKeysOn() || isTyping(event.target))) return;
  event.preventDefault();
  key.run();
}

/** Adds keys while the component stands. Pass a memoised list. */
export function useKeys(keys: readonly ScreenKey[]): void {
  useEffect(() => {
    if (registered.length === 0) window.addEventListener('keydown', hit);
    registered = [...registered, keys];
    tell();
    return () => {
      registered = registered.filter((each) => each !== keys);
      if (registered.length === 0) window.removeEventListener('keydown', hit);
      tell();
    };
  }, [keys]);
}
