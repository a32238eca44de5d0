import { TOTP_STEP_SECONDS } from '@qafila/shared/identity/identity.rules';
import { generateSecret, generateSync, verifySync } from 'otplib';

const STEP = TOTP_STEP_SECONDS.value;
/** Steps a code may be late: one at sign-in, for slow typing. None is ever early: the server's clock decides. */
export type LateSteps = 0 | 1;

/** The step a moment lies in. */
export const stepAt = (at: Date): number => Math.floor(at.getTime() / 1000 / STEP);
/** Seconds until the next code. */
export const secondsLeft = (at: Date): number => STEP - (Math.floor(at.getTime() / 1000) % STEP);

/** The step a code belongs to, or `undefined` for a wrong, a malformed and a late one. */
export function stepOfCode(
  secret: string,
  code: string,
  { at, late }: { readonly at: Date; readonly late: LateSteps },
): number | undefined {
  if (!/^\d{6}$/.test(code)) return undefined;
  const verdict = verifySync({
    secret,
    token: code,
    epoch: Math.floor(at.getTime() / 1000),
    epochTolerance: [late * STEP, 0],
  });
  return verdict.valid && 'timeStep' in verdict ? verdict.timeStep : undefined;
}

/** The code of a moment; the demo drawer shows it. */
export const codeAt = (secret: string, at: Date): string =>
  generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });

/** A new seed of 160 random bits, base32. */
export const newTotpSecret = (): string => generateSecret({ length: 20 });

/** What an authenticator app reads from the QR code; SHA-1, six digits and 30 seconds are what every app knows. */
export function otpauthUri(secret: string, email: string): string {
  const label = encodeURIComponent(`Qafila:${email}`);
  return `otpauth://totp/${label}?secret=${secret}&issuer=Qafila&algorithm=SHA1&digits=6&period=${STEP}`;
}
