import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  FAILURES_BEFORE_LOCK,
  REFRESH_GRACE_SECONDS,
  SIGN_IN_TRIES,
  TRY_WINDOW_MINUTES,
} from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { DEMO_RECOVERY_CODES } from '../../../demo/demo-people';
import { Config } from '../../../platform/config/config';
import { hashPassword } from '../../../platform/crypto/passwords';
import type { Problem } from '../../../platform/problems/problem';
import { RateLimit } from './rate-limit';
import { RefreshTokens } from './refresh-tokens';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

const FIFTY = Array.from({ length: 50 }, (_, index) => index);
let app: TestApp;

beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

async function outcomes(calls: readonly Promise<unknown>[]): Promise<Record<string, number>> {
  const settled = await Promise.allSettled(calls);
  const counts: Record<string, number> = {};
  for (const one of settled) {
    const name = one.status === 'fulfilled' ? 'done' : ((one.reason as Problem).code ?? String(one.reason));
    counts[name] = (counts[name] ?? 0) + 1;
  }
  return counts;
}

describe('at the same time', () => {
  it('one code used 50 times works once', async () => {
    const person: TestPerson = await app.aStaff('finance');
    const code = await app.freshCode(person);
    const factor = app.get(SecondFactor);
    const counts = await outcomes(FIFTY.map(() => factor.claimCode(person.actor, code)));
    expect(counts.done).toBe(1);
    expect((counts.CODE_USED ?? 0) + (counts.TOO_MANY_TRIES ?? 0)).toBe(49);
  });

  it('one recovery code used 50 times works once', async () => {
    const person = await app.aTrader();
    const code = DEMO_RECOVERY_CODES[0];
    const hash = await hashPassword(code, app.get(Config).values.PASSWORD_PEPPER.reveal());
    await app.system((tx) =>
      tx.query('insert into recovery_codes (person_id, position, code_hash) values ($1, 1, $2)', [
        person.personId,
        hash,
      ]),
    );
    const counts = await outcomes(
      FIFTY.map(() => app.get(SecondFactor).claimRecoveryCode(person.actor, code)),
    );
    expect(counts.done).toBe(1);
  });

  it(`50 guesses are judged ${FAILURES_BEFORE_LOCK.value} times at most`, async () => {
    const person = await app.aTrader();
    const counts = await outcomes(FIFTY.map(() => app.get(SecondFactor).claimCode(person.actor, '000000')));
    expect(counts).toEqual({
      CODE_WRONG: FAILURES_BEFORE_LOCK.value,
      TOO_MANY_TRIES: 50 - FAILURES_BEFORE_LOCK.value,
    });
  });

  it(`a bucket lets ${SIGN_IN_TRIES.value} tries through in ${TRY_WINDOW_MINUTES.value} minutes`, async () => {
    const limit = app.get(RateLimit);
    const counts = await outcomes(FIFTY.map(() => limit.count('sign-in/somebody', SIGN_IN_TRIES.value)));
    expect(counts).toEqual({ done: SIGN_IN_TRIES.value, TOO_MANY_TRIES: 50 - SIGN_IN_TRIES.value });
    await app.clock.advance(TRY_WINDOW_MINUTES.value * 60_000);
    await expect(limit.count('sign-in/somebody', SIGN_IN_TRIES.value)).resolves.toBeUndefined();
  });

  it(`one refresh token used 50 times has one successor, and none after ${REFRESH_GRACE_SECONDS.value} seconds`, async () => {
    const person = await app.aTrader();
    const sessions = app.get(Sessions);
    const tokens = app.get(RefreshTokens);
    const opened = await app.system((tx) =>
      sessions.open(tx, {
        personId: person.personId,
        kind: 'trader',
        companyId: person.companyId,
        roles: ['owner'],
        level: 'full',
        agent: '',
      }),
    );
    const refreshed = await Promise.all(FIFTY.map(() => tokens.refresh(opened.refreshToken)));
    expect(new Set(refreshed.map((one) => one.refreshToken)).size).toBe(1);
    await app.clock.advance(REFRESH_GRACE_SECONDS.value * 1000 + 1);
    await expect(tokens.refresh(opened.refreshToken)).rejects.toMatchObject({ code: 'NOT_SIGNED_IN' });
  });
});
