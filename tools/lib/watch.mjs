// @ts-check
import { watch } from 'node:fs';

const SETTLE_MS = 120;

/**
 * Says when something below the folders changed. Changes made while nobody waits are not lost.
 * @param {string[]} folders
 */
export function changesIn(folders) {
  let seen = false;
  /** @type {(() => void) | undefined} */
  let wake;
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  const settled = () => {
    seen = true;
    wake?.();
  };
  const watchers = folders.map((folder) =>
    watch(folder, { recursive: true }, (_event, name) => {
      if (name?.includes('node_modules') || name?.includes('dist')) return;
      clearTimeout(timer);
      timer = setTimeout(settled, SETTLE_MS);
    }),
  );
  return {
    /** Resolves at the next change, or at once when one was missed. */
    next: () =>
      new Promise((/** @type {(what: 'changed') => void} */ resolve) => {
        const answer = () => {
          seen = false;
          wake = undefined;
          resolve('changed');
        };
        if (seen) answer();
        else wake = answer;
      }),
    close: async () => {
      for (const watcher of watchers) watcher.close();
    },
  };
}
