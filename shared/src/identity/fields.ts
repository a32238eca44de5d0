import { z } from 'zod';

/** Six digits in any digit set, or a recovery code; spaces are ignored. */
export const codeInput = z.string().trim().min(1, 'required').max(40, 'too_long');

/** An address as somebody types it; compared without case and outer blanks. */
export const emailInput = z
  .string()
  .trim()
  .min(1, 'required')
  .max(254, 'too_long')
  .regex(/^[^\s@<>(),;:"[\]\\]+@[^\s@<>(),;:"[\]\\]+\.[^\s@<>(),;:"[\]\\.]+$/u, 'email');

/**
 * A password as it was typed or pasted: nothing is trimmed, folded or cut. The rule counts code points (12 to 128)
 * and is judged by the server, which answers `PASSWORD_TOO_SHORT`, `PASSWORD_TOO_LONG` or `PASSWORD_KNOWN`.
 */
export const passwordInput = z.string().min(1, 'required').max(1024, 'too_long');

/** The part of a mailed link after `#`; it travels in a body only. */
export const linkToken = z.string().regex(/^[\w-]{43}$/, 'invalid');

/**
 * What `@simplewebauthn/browser` takes (`optionsJSON`) and gives back, unread: the library on the server judges it.
 */
export const webAuthnJson = z.looseObject({}).meta({ id: 'WebAuthnJson' });

/** How a second factor was, or can be, given. */
export const FACTORS = ['totp', 'passkey', 'recovery_code'] as const;
export type Factor = (typeof FACTORS)[number];
