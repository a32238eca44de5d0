import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto';

const FORMAT = 'v1';

/** AES-256-GCM with a random 96-bit nonce; `context` is bound as additional data. */
export function sealWith(key: Buffer, context: string, plain: Buffer): string {
  const nonce = randomBytes(12);
  const cipher = createCipheriv('aes-256-gcm', key, nonce).setAAD(Buffer.from(context));
  const sealed = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  return `${FORMAT}.${nonce.toString('base64url')}.${sealed.toString('base64url')}`;
}

/** Opens what `sealWith` made. Throws when key, context or a single bit differs. */
export function openWith(key: Buffer, context: string, sealed: string): Buffer {
  const [format, nonce, body] = sealed.split('.');
  if (format !== FORMAT || !nonce || !body) throw new Error('Not a sealed value');
  const bytes = Buffer.from(body, 'base64url');
  const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(nonce, 'base64url')).setAAD(
    Buffer.from(context),
  );
  decipher.setAuthTag(bytes.subarray(-16));
  return Buffer.concat([decipher.update(bytes.subarray(0, -16)), decipher.final()]);
}

/** Keyed hash for values that are looked up: mail, IBAN, tokens. `domain` keeps two kinds apart. */
export const keyedHash = (key: Buffer, domain: string, value: string): string =>
  createHmac('sha256', key).update(`${domain}\u0000${value}`).digest('hex');
