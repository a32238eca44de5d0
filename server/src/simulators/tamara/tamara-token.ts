import { createHmac } from 'node:crypto';

/** Tokens that a careful receiver believes not one of. */
export const TOKEN_KINDS = ['right', 'no_algorithm', 'other_algorithm', 'expired', 'endless'] as const;
export type TokenKind = (typeof TOKEN_KINDS)[number];

const LIFE_SECONDS = 300;
const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** The token that comes with a hook. It says nothing of the hook's body. */
export function tokenOf(kind: TokenKind, secret: string, now: number): string {
  const algorithm = kind === 'no_algorithm' ? 'none' : kind === 'other_algorithm' ? 'HS512' : 'HS256';
  const expires = kind === 'endless' ? {} : { exp: kind === 'expired' ? now - 1 : now + LIFE_SECONDS };
  const signed = `${part({ alg: algorithm, typ: 'JWT' })}.${part({ iss: 'Tamara', iat: now, ...expires })}`;
  const hash = kind === 'other_algorithm' ? 'sha512' : 'sha256';
  const signature =
    kind === 'no_algorithm' ? '' : createHmac(hash, secret).update(signed).digest('base64url');
  return `${signed}.${signature}`;
}
