import type { Actor } from '../access/actor';

/** Claims a fresh second-factor code for one call; identity implements it. */
export abstract class FreshCode {
  /** Throws `CODE_WRONG`, `CODE_USED` or `TOO_MANY_TRIES`. */
  abstract claim(actor: Actor, code: string): Promise<void>;
}
