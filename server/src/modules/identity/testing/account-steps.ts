import type { Endpoint } from '@qafila/shared/access/endpoint';
import {
  confirmRecoveryCode,
  confirmTotp,
  draftTotp,
  makeRecoveryCodes,
} from '@qafila/shared/identity/factors.contract';
import { provideCode, readSession, refreshSession, signIn } from '@qafila/shared/identity/identity.contract';
import { completeRegistration, register } from '@qafila/shared/identity/registration.contract';
import type { TestAnswer, TestApp, TestCall } from '../../../../test/support/test-app';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import { codeAt } from '../domain/totp';
import { linkTo } from './mailbox';

/** A password that nobody knows. */
export const GOOD_PASSWORD = 'violet kettle under nine bridges';
const STEP_MS = 30_000;

/** A browser: keeps cookies and calls as somebody in it would. */
export class Browser {
  private readonly jar = new Map<string, string>();

  constructor(
    private readonly app: TestApp,
    private readonly agent = 'Mozilla/5.0 (Windows NT 10.0) Gecko/20100101 Firefox/140.0',
    private readonly address = '203.0.113.7',
  ) {}

  /** Calls an endpoint; cookies of the answer are kept, and a short token that ran out is refreshed once. */
  async call<E extends Endpoint>(endpoint: E, given: TestCall<E> = {}): Promise<TestAnswer<E>> {
    const answer = await this.send(endpoint, given);
    if (answer.body.code !== 'NOT_SIGNED_IN' || !this.jar.has('refresh')) return answer;
    const refreshed = await this.send(refreshSession);
    return refreshed.status === 200 ? this.send(endpoint, given) : answer;
  }

  private async send<E extends Endpoint>(endpoint: E, given: TestCall<E> = {}): Promise<TestAnswer<E>> {
    const cookie = [...this.jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const headers = { 'user-agent': this.agent, 'x-forwarded-for': this.address, ...given.headers };
    const answer = await this.app.call(endpoint, {
      ...given,
      headers: { ...headers, ...(cookie ? { cookie } : {}) },
    });
    this.keep(answer.headers['set-cookie']);
    return answer;
  }

  /** The same, for a call that has to succeed. */
  async good<E extends Endpoint>(endpoint: E, given: TestCall<E> = {}): Promise<TestAnswer<E>> {
    const answer = await this.call(endpoint, given);
    if (answer.status !== 200)
      throw new Error(`${endpoint.id}: ${answer.status} ${answer.body.code} ${answer.body.detail}`);
    return answer;
  }

  cookie(name: string): string | undefined {
    return this.jar.get(name);
  }
  forget(name: string): void {
    this.jar.delete(name);
  }
  /** True while somebody is signed in whole. */
  async isIn(): Promise<boolean> {
    return (await this.call(readSession)).status === 200;
  }

  private keep(set: unknown): void {
    const lines = Array.isArray(set) ? (set as string[]) : typeof set === 'string' ? [set] : [];
    for (const line of lines) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      const [name, value] = [pair.slice(0, at), pair.slice(at + 1)];
      if (value === '') this.jar.delete(name);
      else this.jar.set(name, value);
    }
  }
}

export interface Account {
  readonly browser: Browser;
  readonly email: string;
  readonly secret: string;
  readonly codes: readonly string[];
}

/** Registers an address up to the enrolling session. */
export async function registered(app: TestApp, email: string, browser = new Browser(app)): Promise<Browser> {
  await browser.good(register, { body: { email, locale: 'en' } });
  const token = await linkTo(app, email, 'registration');
  await browser.good(completeRegistration, {
    body: { token, name: 'Noura Harbi', companyName: 'Sahra Gifts', country: 'SA', password: GOOD_PASSWORD },
  });
  return browser;
}

/** The next code of a seed: moves the clock to the beginning of the next step, so that the code is good for all of it. */
export async function nextCode(app: TestApp, secret: string): Promise<string> {
  await app.clock.advance(STEP_MS - (app.clock.now().getTime() % STEP_MS));
  return codeAt(secret, app.clock.now());
}

/** Enrols an authenticator app in an enrolling session and finishes with a recovery code. */
export async function enrolled(app: TestApp, browser: Browser): Promise<{ secret: string; codes: string[] }> {
  const { secret } = (await browser.good(draftTotp)).body;
  await browser.good(confirmTotp, { body: { code: await nextCode(app, secret) } });
  const { codes } = (await browser.good(makeRecoveryCodes)).body;
  await browser.good(confirmRecoveryCode, { body: { code: codes[2] ?? '' } });
  return { secret, codes };
}

let made = 0;
/** Somebody who registered and enrolled an app, signed in, with a company that waits. */
export async function anAccount(app: TestApp): Promise<Account> {
  made += 1;
  const email = `owner-${made}@sahra.example`;
  const browser = await registered(app, email);
  return { browser, email, ...(await enrolled(app, browser)) };
}

/** Signs in with password and app. */
export async function signedIn(
  app: TestApp,
  account: Pick<Account, 'email' | 'secret'>,
  browser = new Browser(app),
): Promise<Browser> {
  await browser.good(signIn, { body: { email: account.email, password: GOOD_PASSWORD } });
  await browser.good(provideCode, { body: { code: await nextCode(app, account.secret) } });
  return browser;
}

/** Gives a seeded person a password. */
export async function givePassword(app: TestApp, personId: string): Promise<void> {
  const hash = await hashPassword(GOOD_PASSWORD, app.get(Config).values.PASSWORD_PEPPER.reveal());
  await app.system((tx) => tx.query('update people set password_hash = $2 where id = $1', [personId, hash]));
}
