import { createHmac } from 'node:crypto';
import type { APIRequestContext, Page } from '@playwright/test';
import { demoAccounts } from '@qafila/shared/identity/identity.contract';
import { TOTP_STEP_SECONDS } from '@qafila/shared/identity/identity.rules';
import { advance } from './people';
import { call } from './portal-call';

const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function bytesOf(key: string): Buffer {
  const bits = [...key.replaceAll(' ', '')]
    .map((each) => BASE32.indexOf(each).toString(2).padStart(5, '0'))
    .join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** RFC 6238 with SHA-1 and six digits, written from the RFC: no code of the product. */
function codeOf(key: string, step: number): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(step));
  const digest = createHmac('sha1', bytesOf(key)).update(counter).digest();
  const at = (digest.at(-1) ?? 0) & 0x0f;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

/** An authenticator app with one key, at the product's clock; each code is given once. */
export class AuthenticatorApp {
  private last = 0;

  constructor(
    private readonly request: APIRequestContext,
    private readonly key: string,
  ) {}

  async code(): Promise<string> {
    const { now, secondsLeft } = await call(this.request, demoAccounts);
    const step = Math.floor(Date.parse(now) / 1000 / TOTP_STEP_SECONDS.value);
    if (step <= this.last) {
      await advance(this.request, secondsLeft);
      return this.code();
    }
    this.last = step;
    return codeOf(this.key, step);
  }
}

/** Chromium's virtual authenticator: a platform passkey that always says yes. Belongs to one page. */
export async function givePasskeys(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send('WebAuthn.enable');
  await session.send('WebAuthn.addVirtualAuthenticator', {
    options: {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: true,
    },
  });
}
