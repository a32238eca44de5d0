import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { unlockSignIn } from '@qafila/shared/identity/credentials.contract';
import { demoAccounts, moveClock, provideCode, signIn } from '@qafila/shared/identity/identity.contract';
import {
  FAILURES_BEFORE_LOCK,
  LONGEST_DELAY_SECONDS,
  NETWORK_TRIES,
  SIGN_IN_TRIES,
  TOTP_STEP_SECONDS,
  TRIES_BEFORE_DELAY,
  TRY_WINDOW_MINUTES,
} from '@qafila/shared/identity/identity.rules';
import { delayAfter, isStopped } from '../../src/modules/identity/domain/try-delay';
import { GOOD_PASSWORD, givePassword } from '../../src/modules/identity/testing/account-steps';
import { linkTo, securityMailsTo } from '../../src/modules/identity/testing/mailbox';
import { until } from '../support/real-process';
import { RealServer } from '../support/real-server';
import { aTestApp, type TestApp } from '../support/test-app';
import type { TestPerson } from '../support/test-people';

const START_MS = 180_000;
const WINDOW_SECONDS = TRY_WINDOW_MINUTES.value * 60;
/** Each process hears its callers from a network of its own. */
const NETWORKS = ['192.0.2.1', '198.51.100.1', '203.0.113.1'] as const;

let app: TestApp;
const servers: RealServer[] = [];
beforeAll(async () => {
  app = await aTestApp();
  // One after the other: two that look for a free port at once may find the same.
  for (const _ of NETWORKS) servers.push(await RealServer.start(app.environment));
}, START_MS);
afterAll(async () => {
  for (const server of servers) await server.kill9();
  await app?.close();
});

type Answer = { readonly status: number; readonly body: { readonly code: string } };
interface Burst {
  readonly answers: readonly Answer[];
  readonly seconds: number;
}
/** The same many times over all processes at once; `at` counts over all of them. */
async function onAll(
  times: number,
  call: (server: RealServer, given: { at: number; network: string }) => Promise<Answer>,
): Promise<Burst> {
  const from = performance.now();
  const calls = Array.from({ length: times }, (_, round) =>
    servers.map((server, place) =>
      call(server, { at: round * servers.length + place, network: NETWORKS[place] ?? '' }),
    ),
  );
  const answers = await Promise.all(calls.flat());
  return { answers, seconds: (performance.now() - from) / 1000 };
}
function tally({ answers }: Burst): Record<string, number> {
  const sums: Record<string, number> = {};
  for (const { status, body } of answers) {
    const name = status === 200 ? 'in' : body.code;
    sums[name] = (sums[name] ?? 0) + 1;
  }
  return sums;
}

/** Moves the clock of the test and of every process, and goes on when each has heard of it. */
async function moveOn(seconds: number): Promise<void> {
  const [first] = servers;
  if (!first) throw new Error('no process was started');
  await app.clock.advance(seconds * 1000);
  const { now } = (await first.call(moveClock, { body: { advanceSeconds: seconds } })).body;
  const hasHeard = async (server: RealServer): Promise<boolean> =>
    (await server.call(demoAccounts)).body.now >= now;
  await Promise.all(servers.map((server) => until('the clock to be heard of', () => hasHeard(server))));
}
/** To the beginning of the next whole stretch of so many seconds: counters start from nothing, a code is good for all of it. */
const moveToNext = (seconds: number): Promise<void> =>
  moveOn(seconds - (Math.floor(app.clock.now().getTime() / 1000) % seconds));

async function somebody(): Promise<TestPerson> {
  const person = await app.aTrader();
  await givePassword(app, person.personId);
  return person;
}
/** The cookie of somebody who gave the password and owes the second factor. */
async function halfWay(server: RealServer, { email }: TestPerson): Promise<string> {
  const { headers } = await server.call(signIn, { body: { email, password: GOOD_PASSWORD } });
  return (headers['set-cookie'] as string[]).map((cookie) => cookie.split(';')[0]).join('; ');
}

/** How many tries one process judges in so many seconds after so many failures, when tries never cease. */
function judgedByOne(failures: number, seconds: number): number {
  let judged = 0;
  for (let at = 0; at <= seconds && !isStopped(failures + judged); at += delayAfter(failures + judged))
    judged += 1;
  return judged;
}

describe('three processes on one database', () => {
  it('judge wrong passwords of one account as one would: five at once, one after each wait, twenty in all', async () => {
    const { email } = await somebody();
    const tryAll = (times: number, password: string): Promise<Burst> =>
      onAll(times, (server, { network }) =>
        server.call(signIn, { body: { email, password }, headers: { 'x-forwarded-for': network } }),
      );
    const rounds: number[] = [];
    for (let failures = 0; !isStopped(failures); ) {
      const burst = await tryAll(failures === 0 ? 4 : 2, 'a wrong password');
      const { CREDENTIALS_WRONG: judged = 0, TOO_MANY_TRIES: refused = 0 } = tally(burst);
      expect(judged + refused).toBe(burst.answers.length);
      expect(judged).toBeGreaterThanOrEqual(judgedByOne(failures, 0));
      // On a busy machine a wait of a second may end while the burst still runs: then one more is right.
      expect(judged).toBeLessThanOrEqual(judgedByOne(failures, burst.seconds));
      failures += judged;
      rounds.push(judged);
      await moveOn(LONGEST_DELAY_SECONDS.value);
    }
    expect(rounds[0]).toBeGreaterThanOrEqual(TRIES_BEFORE_DELAY.value);
    expect(rounds.reduce((sum, judged) => sum + judged)).toBe(SIGN_IN_TRIES.value);

    await moveOn(3600);
    expect(tally(await tryAll(1, GOOD_PASSWORD))).toEqual({ TOO_MANY_TRIES: 3 });
    const kinds = await securityMailsTo(app, email);
    expect(kinds.filter((kind) => kind === 'unlock').length).toBe(1);
    const token = await linkTo(app, email, 'unlock');
    expect((await servers[0]?.call(unlockSignIn, { body: { token } }))?.status).toBe(200);
    expect(tally(await tryAll(1, GOOD_PASSWORD))).toEqual({ in: 3 });
  });

  it(`judge ${NETWORK_TRIES.value} wrong sign-ins of one network together, and of another one its own`, async () => {
    await moveToNext(WINDOW_SECONDS);
    const times = NETWORK_TRIES.value / 2;
    const tryFrom = (network: string, rounds: number): Promise<Burst> =>
      onAll(rounds, (server, { at }) =>
        server.call(signIn, {
          body: { email: `nobody-${at}@sahra.example`, password: 'a wrong password' },
          headers: { 'x-forwarded-for': `${network}.${at + 1}` },
        }),
      );
    expect(tally(await tryFrom('203.0.113', times))).toEqual({
      CREDENTIALS_WRONG: NETWORK_TRIES.value,
      TOO_MANY_TRIES: times * servers.length - NETWORK_TRIES.value,
    });
    expect(tally(await tryFrom('198.51.100', 1))).toEqual({ CREDENTIALS_WRONG: 3 });
    await moveToNext(WINDOW_SECONDS);
    expect(tally(await tryFrom('203.0.113', 1))).toEqual({ CREDENTIALS_WRONG: 3 });
  });

  it('judge ten wrong codes of one person together', async () => {
    await moveToNext(WINDOW_SECONDS);
    const person = await somebody();
    const cookies = await Promise.all(servers.map((server) => halfWay(server, person)));
    const burst = await onAll(10, (server, { at }) =>
      server.call(provideCode, {
        headers: { cookie: cookies[at % cookies.length] ?? '' },
        body: { code: '000000' },
      }),
    );
    expect(tally(burst)).toEqual({
      CODE_WRONG: FAILURES_BEFORE_LOCK.value,
      TOO_MANY_TRIES: burst.answers.length - FAILURES_BEFORE_LOCK.value,
    });
  });

  it('take one code once, however many sign-ins bring it to all of them at the same time', async () => {
    const person = await somebody();
    const cookies: string[] = [];
    // One after the other: right ones count as tries too, until they were judged.
    for (const server of [...servers, ...servers, ...servers]) cookies.push(await halfWay(server, person));
    await moveToNext(TOTP_STEP_SECONDS.value);
    const code = person.codeAt(app.clock.now());
    const burst = await onAll(3, (server, { at }) =>
      server.call(provideCode, { headers: { cookie: cookies[at] ?? '' }, body: { code } }),
    );
    expect(tally(burst)).toEqual({ in: 1, CODE_USED: 8 });
  });
});
