import type { Actor } from '../access/actor';

/** What somebody gives to confirm one call. */
export interface Proof {
  /** Six digits, or the token of a passkey's answer. */
  readonly code: string;
  /** The contract's id of the call. */
  readonly endpoint: string;
  /** Hash of the call it is given for; a passkey's answer is bound to it. */
  readonly operation: string;
}

/** Claims a fresh second-factor code for one call; identity implements it. */
export abstract class FreshCode {
  /** Throws `CODE_WRONG`, `CODE_USED` or `TOO_MANY_TRIES`. */
  abstract claim(actor: Actor, proof: Proof): Promise<void>;
}
