import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readSession } from '@qafila/shared/identity/identity.contract';
import {
  ENROLMENT_MINUTES,
  STAFF_IDLE_MINUTES,
  STAFF_SESSION_HOURS,
  TOTP_STEP_SECONDS,
  TRADER_IDLE_MINUTES,
  TRADER_SESSION_HOURS,
} from '@qafila/shared/identity/identity.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Clock, MovableClock } from '../../../platform/clock/clock';
import { SecondFactor } from './second-factor';
import { Sessions } from './sessions';

const MINUTE = 60_000;
let app: TestApp;
let clock: MovableClock;
let offset = 0;

/** Moves the clock alone: sessions of these tests may end. */
function advance(milliseconds: number): void {
  offset += milliseconds;
  clock.moveTo(offset);
}

beforeAll(async () => {
  app = await aTestApp();
  clock = app.get(Clock) as MovableClock;
});
afterAll(() => app?.close());

const isOpen = async (person: TestPerson): Promise<boolean> =>
  (await app.get(Sessions).read(person.actor.sessionId)) !== null;

const LIVES = [
  ['staff', STAFF_IDLE_MINUTES.value, STAFF_SESSION_HOURS.value],
  ['trader', TRADER_IDLE_MINUTES.value, TRADER_SESSION_HOURS.value],
] as const;

it('a session that enrols ends when its time is over, used or not', async () => {
  const { personId, roles } = (await app.aTrader()).actor;
  const { sessionId } = await app.system(async (tx) => {
    await tx.query('update people set enrolled_at = null where id = $1', [personId]);
    const given = {
      personId,
      kind: 'trader',
      companyId: null,
      roles,
      level: 'enrolling',
      agent: '',
    } as const;
    return app.get(Sessions).open(tx, given);
  });
  const isOpen = async (): Promise<boolean> => (await app.get(Sessions).read(sessionId)) !== null;
  advance(ENROLMENT_MINUTES.value * MINUTE - 1000);
  expect(await isOpen()).toBe(true);
  advance(2000);
  expect(await isOpen()).toBe(false);
});

describe.each(LIVES)('a session of %s', (kind, idleMinutes, hours) => {
  const somebody = (): Promise<TestPerson> => (kind === 'staff' ? app.aStaff('finance') : app.aTrader());

  it(`ends after ${idleMinutes} minutes without use, to the second`, async () => {
    const person = await somebody();
    advance(idleMinutes * MINUTE - 1000);
    expect(await isOpen(person)).toBe(true);
    advance(idleMinutes * MINUTE + 1000);
    expect(await isOpen(person)).toBe(false);
  });

  it(`ends after ${hours} hours however much it is used`, async () => {
    const person = await somebody();
    const stretch = (idleMinutes - 1) * MINUTE;
    for (let used = 0; used + stretch < hours * 60 * MINUTE; used += stretch) {
      advance(stretch);
      expect(await isOpen(person)).toBe(true);
    }
    advance(stretch);
    expect(await isOpen(person)).toBe(false);
  });
});

describe('revocation', () => {
  it('acts on the next request when a person is suspended', async () => {
    const person = await app.aTrader();
    expect((await app.call(readSession, { as: person })).status).toBe(200);
    await app.system((tx) =>
      tx.query(`update people set state = 'suspended' where id = $1`, [person.personId]),
    );
    expect((await app.call(readSession, { as: person })).status).toBe(401);
  });
});

describe('second factor', () => {
  it('takes the code of the step before, none of the step ahead and none older', async () => {
    const person = await app.aStaff('finance');
    const claim = (at: number): Promise<void> =>
      app
        .get(SecondFactor)
        .claimCode(person.actor, person.codeAt(new Date(clock.now().getTime() + at * 1000)));
    const step = TOTP_STEP_SECONDS.value;
    await expect(claim(step)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(claim(-2 * step)).rejects.toMatchObject({ code: 'CODE_WRONG' });
    await expect(claim(-step)).resolves.toBeUndefined();
    await expect(claim(-step)).rejects.toMatchObject({ code: 'CODE_USED' });
    await expect(claim(0)).resolves.toBeUndefined();
  });

  it('takes no late code for the confirmation of a call', async () => {
    const person = await app.aStaff('finance');
    const claim = async (): Promise<void> => {
      const code = await app.freshCode(person);
      return app.get(SecondFactor).claim(person.actor, { code, endpoint: 'store.invite', operation: '' });
    };
    await expect(claim()).resolves.toBeUndefined();
    const late = await app.freshCode(person);
    await app.clock.advance(TOTP_STEP_SECONDS.value * 1000);
    const proof = { code: late, endpoint: 'store.invite', operation: '' };
    await expect(app.get(SecondFactor).claim(person.actor, proof)).rejects.toMatchObject({
      code: 'CODE_WRONG',
    });
    await expect(app.get(SecondFactor).claimCode(person.actor, late)).resolves.toBeUndefined();
  });

  it.each(['', '12345', 'abcdef', '1234567', '१२३४५६'])(
    'answers the malformed code "%s" as a wrong one',
    async (code) => {
      const person = await app.aStaff('finance');
      await expect(app.get(SecondFactor).claimCode(person.actor, code)).rejects.toMatchObject({
        code: 'CODE_WRONG',
      });
    },
  );
});
