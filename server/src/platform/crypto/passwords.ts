import { type Algorithm, hash, verify } from '@node-rs/argon2';

/** The library's enum is ambient; its value for Argon2id is 2. */
const ARGON2ID = 2 as Algorithm;
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** Argon2id, 19 MiB, 2 passes (OWASP), keyed with the installation's pepper. */
const options = (pepper: Buffer) => ({ algorithm: ARGON2ID, ...COST, secret: pepper });

/** Hash of a password; any Unicode, composed once so that two keyboards agree. */
export const hashPassword = (password: string, pepper: Buffer): Promise<string> =>
  hash(password.normalize('NFC'), options(pepper));

/** True when the password belongs to the hash; nothing belongs to what is no hash. */
export const isPassword = async (stored: string, password: string, pepper: Buffer): Promise<boolean> =>
  stored.startsWith('$argon2id$') && (await verify(stored, password.normalize('NFC'), options(pepper)));

/** True when a hash was made with less work than today's: it is made anew at the next sign-in. */
export function isWeakHash(stored: string): boolean {
  const cost = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$/.exec(stored);
  return !cost || Number(cost[1]) < COST.memoryCost || Number(cost[2]) < COST.timeCost;
}
