import type { Config } from '../../../platform/config/config';
import { Problem } from '../../../platform/problems/problem';

/** The site a passkey belongs to: exact host and exact origin of the portal, nothing below or beside it. */
export function relyingParty(config: Config): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(config.values.PUBLIC_ORIGIN);
  return { id: hostname, origin };
}

/** The handle a device keeps with a passkey: the person's id, no name and no address. */
export const userHandleOf = (personId: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(Buffer.from(personId.replaceAll('-', ''), 'hex'));

/** The challenge an answer says it is for; nothing of the answer is believed yet. Throws `PASSKEY_WRONG`. */
export function challengeOf(response: unknown): string {
  const { response: inner } = (response ?? {}) as { response?: { clientDataJSON?: unknown } };
  if (typeof inner?.clientDataJSON !== 'string') throw new Problem('PASSKEY_WRONG');
  try {
    const data = JSON.parse(Buffer.from(inner.clientDataJSON, 'base64url').toString('utf8')) as {
      challenge?: unknown;
    };
    if (typeof data.challenge === 'string') return data.challenge;
  } catch {
    throw new Problem('PASSKEY_WRONG');
  }
  throw new Problem('PASSKEY_WRONG');
}
