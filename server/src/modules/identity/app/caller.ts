import { networkOf } from '../domain/network';

/** What is known of a caller before anybody is signed in. */
export interface Caller {
  readonly agent: string;
  /** Prefix of the address. */
  readonly network: string;
  /** Token of the browser, if somebody signed in there before. */
  readonly device: string | null;
}

export const callerFrom = (given: { agent: string; ip: string; device: string | undefined }): Caller => ({
  agent: given.agent,
  network: networkOf(given.ip),
  device: given.device && /^[\w-]{43}$/.test(given.device) ? given.device : null,
});
