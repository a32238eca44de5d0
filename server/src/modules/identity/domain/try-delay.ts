import {
  LONGEST_DELAY_SECONDS,
  SIGN_IN_TRIES,
  TRIES_BEFORE_DELAY,
} from '@qafila/shared/identity/identity.rules';

/** Seconds until the next try after so many failures in a row: none for five, then 1, 2, 4 … 60. */
export function delayAfter(failures: number): number {
  const over = failures - TRIES_BEFORE_DELAY.value;
  return over < 0 ? 0 : Math.min(2 ** over, LONGEST_DELAY_SECONDS.value);
}

/** True when only the mailed link, or a device the owner used before, leads on. */
export const isStopped = (failures: number): boolean => failures >= SIGN_IN_TRIES.value;
