import {
  createHash,
  createPrivateKey,
  createPublicKey,
  hkdfSync,
  type KeyObject,
  sign,
  verify,
} from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Config } from '../../../platform/config/config';

/** DER of an Ed25519 private key before its 32 bytes of seed (RFC 8410). */
const PKCS8_HEAD = Buffer.from('302e020100300506032b657004220420', 'hex');

/** The Ed25519 key that signs the heads of the audit chains: AUDIT_SIGNING_KEY, or derived from the key encryption key. */
@Injectable()
export class AuditKey {
  private readonly secret: KeyObject;
  private readonly open: KeyObject;
  /** First half of the SHA-256 of the public key, hex. */
  readonly id: string;
  /** The public key as DER in base64, for checks away from this machine. */
  readonly publicKey: string;

  constructor(config: Config) {
    const { AUDIT_SIGNING_KEY: given, KEY_ENCRYPTION_KEY: root } = config.values;
    const seed = given?.reveal() ?? Buffer.from(hkdfSync('sha256', root.reveal(), '', 'audit heads', 32));
    this.secret = createPrivateKey({ key: Buffer.concat([PKCS8_HEAD, seed]), format: 'der', type: 'pkcs8' });
    this.open = createPublicKey(this.secret);
    const der = this.open.export({ format: 'der', type: 'spki' });
    this.publicKey = der.toString('base64');
    this.id = createHash('sha256').update(der).digest('hex').slice(0, 32);
  }

  sign(document: string): string {
    return sign(null, Buffer.from(document, 'utf8'), this.secret).toString('base64');
  }

  isSigned(document: string, signature: string): boolean {
    return verify(null, Buffer.from(document, 'utf8'), this.open, Buffer.from(signature, 'base64'));
  }
}
