import { createHash, generateKeyPairSync, type KeyObject, randomBytes, sign } from 'node:crypto';
import { isoCBOR } from '@simplewebauthn/server/helpers';

interface Credential {
  readonly id: Buffer;
  readonly privateKey: KeyObject;
  readonly userHandle: string;
  counter: number;
}
interface CreationOptions {
  readonly challenge: string;
  readonly rp: { readonly id: string };
  readonly user: { readonly id: string };
}
interface RequestOptions {
  readonly challenge: string;
  readonly rpId: string;
  readonly allowCredentials?: readonly { readonly id: string }[];
}
/** What an answer is changed in, to see it refused. */
export interface Twist {
  readonly origin?: string;
  readonly rpId?: string;
  readonly isUnverified?: true;
  readonly userHandle?: string;
}

const PRESENT = 0x01;
const VERIFIED = 0x04;
const WITH_KEY = 0x40;
const sha256 = (bytes: string | Buffer): Buffer => createHash('sha256').update(bytes).digest();
const encoded = (bytes: Buffer): string => bytes.toString('base64url');

/** A passkey device in software: EC keys of this process, discoverable credentials, a counter for each. */
export class SoftwareAuthenticator {
  private constructor(
    private readonly origin: string,
    private readonly credentials: Credential[],
  ) {}

  static at(origin: string): SoftwareAuthenticator {
    return new SoftwareAuthenticator(origin, []);
  }

  /** A copy with the same keys and counters, as a thief would have it. */
  clone(): SoftwareAuthenticator {
    return new SoftwareAuthenticator(
      this.origin,
      this.credentials.map((credential) => ({ ...credential })),
    );
  }

  /** Answers creation options as `startRegistration` of a browser does. */
  register(options: unknown, twist: Twist = {}): Record<string, unknown> {
    const { challenge, rp, user } = options as CreationOptions;
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const credential = { id: randomBytes(32), privateKey, userHandle: user.id, counter: 0 };
    this.credentials.push(credential);
    const { x = '', y = '' } = publicKey.export({ format: 'jwk' });
    const key = new Map<number, number | Uint8Array>([
      [1, 2],
      [3, -7],
      [-1, 1],
      [-2, new Uint8Array(Buffer.from(x, 'base64url'))],
      [-3, new Uint8Array(Buffer.from(y, 'base64url'))],
    ]);
    const length = Buffer.alloc(2);
    length.writeUInt16BE(credential.id.length);
    const attested = Buffer.concat([Buffer.alloc(16), length, credential.id, isoCBOR.encode(key as never)]);
    const authData = Buffer.concat([
      authDataOf({ rpId: rp.id, flags: WITH_KEY, counter: 0 }, twist),
      attested,
    ]);
    const attestation = new Map<string, unknown>([
      ['fmt', 'none'],
      ['attStmt', new Map()],
      ['authData', new Uint8Array(authData)],
    ]);
    return this.wrapped(credential, {
      clientDataJSON: this.clientData('webauthn.create', challenge, twist),
      attestationObject: encoded(Buffer.from(isoCBOR.encode(attestation as never))),
      transports: ['internal'],
    });
  }

  /** Answers request options as `startAuthentication` of a browser does. */
  answer(options: unknown, twist: Twist = {}): Record<string, unknown> {
    const { challenge, rpId, allowCredentials } = options as RequestOptions;
    const credential = this.credentials.find(
      (each) => !allowCredentials || allowCredentials.some(({ id }) => id === encoded(each.id)),
    );
    if (!credential) throw new Error('No passkey of this device is asked for');
    credential.counter += 1;
    const clientDataJSON = this.clientData('webauthn.get', challenge, twist);
    const authData = authDataOf({ rpId, flags: 0, counter: credential.counter }, twist);
    const signed = Buffer.concat([authData, sha256(Buffer.from(clientDataJSON, 'base64url'))]);
    return this.wrapped(credential, {
      clientDataJSON,
      authenticatorData: encoded(authData),
      signature: encoded(sign('sha256', signed, { key: credential.privateKey, dsaEncoding: 'der' })),
      userHandle: twist.userHandle ?? credential.userHandle,
    });
  }

  private wrapped(credential: Credential, response: object): Record<string, unknown> {
    const id = encoded(credential.id);
    return { id, rawId: id, type: 'public-key', clientExtensionResults: {}, response };
  }

  private clientData(type: string, challenge: string, twist: Twist): string {
    const origin = twist.origin ?? this.origin;
    return encoded(Buffer.from(JSON.stringify({ type, challenge, origin, crossOrigin: false })));
  }
}

function authDataOf(given: { rpId: string; flags: number; counter: number }, twist: Twist): Buffer {
  const count = Buffer.alloc(4);
  count.writeUInt32BE(given.counter);
  const flags = given.flags | PRESENT | (twist.isUnverified ? 0 : VERIFIED);
  return Buffer.concat([sha256(twist.rpId ?? given.rpId), Buffer.from([flags]), count]);
}
