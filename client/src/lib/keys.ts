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
  readonly run: () => void;
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

const isHit = (key: ScreenKey, event: KeyboardEvent): boolean => {
  const mod = event.ctrlKey || event.metaKey;
  if (event.altKey || mod !== (key.mod === true)) return false;
  return event.code === key.code ? !event.shiftKey : event.key === key.code;
};

function hit(event: KeyboardEvent): void {
  if (event.defaultPrevented || event.isComposing || isPress(event)) return;
  // The innermost screen wins.
  const key = registered.flat().findLast((each) => isHit(each, event));
  if (!key) return;
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
