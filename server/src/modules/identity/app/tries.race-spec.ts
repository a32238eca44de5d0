import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { TRIES_BEFORE_DELAY } from '@qafila/shared/identity/identity.rules';
import { doneOrWaiting } from '../../../../test/support/lock-wait';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { Tries } from './tries';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app?.close());

/** A try that read the clock, then waited for the row while another one, with a later clock, was counted. */
async function overtaken(bucket: string): Promise<number> {
  const tries = app.get(Tries);
  const waiting = await app.system(async (tx) => {
    await tx.query('select 1 from try_streaks where bucket = $1 for update', [bucket]);
    const call = tries.begin(bucket);
    await doneOrWaiting(app, call);
    await app.clock.advance(5);
    await tx.query(
      'update try_streaks set failures = failures + 1, next_at = $2, last_at = $2 where bucket = $1',
      [bucket, app.clock.now()],
    );
    return { call };
  });
  return waiting.call;
}

describe('tries of one account at the same time', () => {
  it(`are all judged up to ${TRIES_BEFORE_DELAY.value}: none waits for a clock that was read after its own`, async () => {
    const bucket = 'sign-in/overtaken';
    await app.get(Tries).begin(bucket);
    await expect(overtaken(bucket)).resolves.toBe(3);
    await expect(overtaken(bucket)).resolves.toBe(5);
  });
});
