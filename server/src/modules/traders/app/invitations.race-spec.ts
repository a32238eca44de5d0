import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LINK_TRIES, TRY_WINDOW_MINUTES } from '@qafila/shared/identity/identity.rules';
import { inviteMember, joinCompany } from '@qafila/shared/traders/members.contract';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import { accept, anInvitation, invitationTo, mailedToken } from '../testing/invited';

let app: TestApp;
beforeAll(async () => {
  app = await aTestApp();
});
afterAll(() => app.close());

function tally(codes: readonly string[]): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const code of codes) sums[code] = (sums[code] ?? 0) + 1;
  return sums;
}

describe('one invitation used many times at once', () => {
  it('fifty new people: one is let in, and one person exists', async () => {
    const owner = await app.aTrader();
    const { token } = await anInvitation(app, owner);
    const answers = await Promise.all(Array.from({ length: 50 }, () => accept(app, token)));
    expect(tally(answers.map(({ status, body }) => (status === 200 ? 'in' : body.code)))).toEqual({
      in: 1,
      INVITATION_OVER: LINK_TRIES.value - 1,
      TOO_MANY_TRIES: 50 - LINK_TRIES.value,
    });
    const [row] = await app.system((tx) =>
      tx.query<{ members: number }>(
        'select count(distinct person_id)::int as members from memberships where company_id = $1',
        [owner.companyId],
      ),
    );
    expect(row?.members).toBe(2);
  });

  it('fifty times by somebody who has an account: he joins once', async () => {
    const owner = await app.aTrader();
    const guest = await app.aTrader();
    // The network of both tests is one; its tries are counted anew.
    await app.clock.advance(TRY_WINDOW_MINUTES.value * 60_000);
    await app.call(inviteMember, {
      as: owner,
      freshCode: await app.freshCode(owner),
      body: invitationTo(guest.email),
    });
    const token = await mailedToken(app, guest.email);
    const answers = await Promise.all(
      Array.from({ length: 50 }, () => app.call(joinCompany, { as: guest, body: { token } })),
    );
    expect(tally(answers.map(({ status, body }) => (status === 200 ? 'in' : body.code)))).toEqual({
      in: 1,
      INVITATION_OVER: LINK_TRIES.value - 1,
      TOO_MANY_TRIES: 50 - LINK_TRIES.value,
    });
  });
});
