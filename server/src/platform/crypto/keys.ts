import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const FORMAT = 'v1';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

/** AES-256-GCM with a random 96-bit nonce before the bytes and its tag behind; `context` is bound as additional data. */
export function sealBytes(key: Buffer, context: string, plain: Buffer): Buffer {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens what `sealBytes` made. Throws when key, context or a single bit differs. */
export function openBytes(key: Buffer, context: string, sealed: Buffer): Buffer {
  const decipher = createDecipheriv('aes-256-gcm', key, sealed.subarray(0, NONCE_BYTES)).setAAD(
    Buffer.from(context),
  );
  decipher.setAuthTag(sealed.subarray(-TAG_BYTES));
  return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
}

/** The same as text, for a column. */
export function sealWith(key: Buffer, context: string, plain: Buffer): string {
  const sealed = sealBytes(key, context, plain);
  const nonce = sealed.subarray(0, NONCE_BYTES).toString('base64url');
  return `${FORMAT}.${nonce}.${sealed.subarray(NONCE_BYTES).toString('base64url')}`;
}

/** Opens what `sealWith` made. Throws when key, context or a single bit differs. */
export function openWith(key: Buffer, context: string, sealed: string): Buffer {
  const [format, nonce, body] = sealed.split('.');
  if (format !== FORMAT || !nonce || !body) throw new Error('Not a sealed value');
  return openBytes(
    key,
    context,
    Buffer.concat([Buffer.from(nonce, 'base64url'), Buffer.from(body, 'base64url')]),
  );
}

/** Keyed hash for values that are looked up: mail, IBAN, tokens. `domain` keeps two kinds apart. */
export const keyedHash = (key: Buffer, domain: string, value: string): string =>
  createHmac('sha256', key).update(`${domain}\u0000${value}`).digest('hex');
