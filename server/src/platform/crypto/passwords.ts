import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** The library's enum is ambient; its value for Argon2id is 2. */
const ARGON2ID = 2 as Algorithm;

/** Argon2id, 19 MiB, 2 passes (OWASP), keyed with the installation's pepper. */
const options = (pepper: Buffer) => ({
  algorithm: ARGON2ID,
  memoryCost: 19_456,
  timeCost: 2,
  parallelism: 1,
  secret: pepper,
});

/** Hash of a password; any Unicode, composed once so that two keyboards agree. */
export const hashPassword = (password: string, pepper: Buffer): Promise<string> =>
  hash(password.normalize('NFC'), options(pepper));

/** True when the password belongs to the hash. */
export const isPassword = (stored: string, password: string, pepper: Buffer): Promise<boolean> =>
  verify(stored, password.normalize('NFC'), options(pepper));
