// @ts-check
const LOOK_EVERY_MS = 300;

/**
 * Calls back when npm, or the shell it put in between, is gone. A signal sent to npm does not always arrive here,
 * and nothing may stay behind. Started without npm, this command answers to its own signals only.
 * @param {() => void} leave
 */
export function whenNpmIsGone(leave) {
  if (!process.env.npm_lifecycle_event) return;
  const parent = process.ppid;
  const look = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(look);
    leave();
  }, LOOK_EVERY_MS);
  look.unref();
}
