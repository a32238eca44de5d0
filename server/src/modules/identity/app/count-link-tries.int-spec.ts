import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Endpoint } from '@qafila/shared/access/endpoint';
import { LINK_REQUESTS, LINK_TRIES, TRY_WINDOW_MINUTES } from '@qafila/shared/identity/identity.rules';
import { openRegistration } from '@qafila/shared/identity/registration.contract';
import { acceptStaffInvitation, readStaffInvitation } from '@qafila/shared/store/staff.contract';
import { acceptInvitation, joinCompany, lookInvitation } from '@qafila/shared/traders/members.contract';
import { aTestApp, type TestApp, type TestCall } from '../../../../test/support/test-app';
import { newSecret } from '../../../platform/ids/new-id';
import { anInvitation, PASSWORD, type Trader } from '../../traders/testing/invited';

const LOOKED = { status: 410, code: 'INVITATION_OVER' };
const READ = { status: 410, code: 'INVITATION_GONE' };
const WAIT = { status: 429, code: 'TOO_MANY_TRIES' };
let app: TestApp;
let owner: Trader;
beforeAll(async () => {
  app = await aTestApp();
  owner = await app.aTrader();
});
afterAll(() => app.close());

let networks = 0;
/** An address of a network that nobody asked from. */
function aNetwork(): string {
  networks += 1;
  return `198.18.${networks}.7`;
}
const from = async <E extends Endpoint>(address: string, endpoint: E, given: TestCall<E>) => {
  const answer = await app.call(endpoint, { ...given, headers: { 'x-forwarded-for': address } });
  return { status: answer.status, code: answer.body.code, wait: Number(answer.headers['retry-after']) };
};

describe('tries of links of invitations', () => {
  const whole = (token: string) => ({ token, name: 'Rania', password: PASSWORD, locale: 'en' as const });
  const TRIES = [
    [lookInvitation, LOOKED, (at: string) => from(at, lookInvitation, { body: { token: newSecret(32) } })],
    [acceptInvitation, LOOKED, (at: string) => from(at, acceptInvitation, { body: whole(newSecret(32)) })],
    [
      joinCompany,
      LOOKED,
      (at: string) => from(at, joinCompany, { as: owner, body: { token: newSecret(32) } }),
    ],
    [
      readStaffInvitation,
      READ,
      (at: string) => from(at, readStaffInvitation, { body: { token: newSecret(32) } }),
    ],
    [
      acceptStaffInvitation,
      READ,
      (at: string) => from(at, acceptStaffInvitation, { body: { token: newSecret(32), password: PASSWORD } }),
    ],
  ] as const;

  it.each(TRIES.map(([{ id }, judged, trying]) => [id, judged, trying] as const))(
    `by %s wait after ${LINK_REQUESTS.value} from one network, and from no other`,
    async (_, judged, trying) => {
      const network = aNetwork();
      for (let tries = 0; tries < LINK_REQUESTS.value; tries += 1)
        expect(await trying(network)).toMatchObject(judged);
      const refused = await trying(network);
      expect(refused).toMatchObject(WAIT);
      expect(refused.wait).toBeGreaterThan(0);
      expect(refused.wait).toBeLessThanOrEqual(TRY_WINDOW_MINUTES.value * 60);
      // Links of identity itself are counted together with them.
      expect(await from(network, openRegistration, { body: { token: newSecret(32) } })).toMatchObject(WAIT);
      expect(await trying(aNetwork())).toMatchObject(judged);
    },
  );

  it(`wait after ${LINK_TRIES.value} of one link, wherever they come from, and only for the window`, async () => {
    const { token } = await anInvitation(app, owner);
    const other = await anInvitation(app, owner);
    const look = () => from(aNetwork(), lookInvitation, { body: { token } });
    for (let tries = 0; tries < LINK_TRIES.value; tries += 1)
      expect(await look()).toMatchObject({ status: 200 });
    expect(await look()).toMatchObject(WAIT);
    expect(await from(aNetwork(), acceptInvitation, { body: whole(token) })).toMatchObject(WAIT);
    const free = await from(aNetwork(), lookInvitation, { body: { token: other.token } });
    expect(free.status).toBe(200);
    await app.clock.advance(TRY_WINDOW_MINUTES.value * 60_000);
    expect(await from(aNetwork(), acceptInvitation, { body: whole(token) })).toMatchObject({ status: 200 });
  });
});
