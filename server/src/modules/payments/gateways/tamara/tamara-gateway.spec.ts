import { describe, expect, it } from '@jest/globals';
import { HookRefused } from '../../domain/gateways/gateway-failure';
import { AMOUNT } from '../testing/bench';
import { contractSuite } from '../testing/contract-suite';
import { TAMARA } from '../testing/profiles';

const HOUR_MS = 3_600_000;
const current = contractSuite(TAMARA, {
  methods: ['tamara'],
  authorise: true,
  partialCapture: false,
  cancelOpen: false,
  void: true,
  repeatableStart: false,
  refund: true,
  partialRefund: true,
  asyncRefund: false,
  hostedPage: true,
  hooks: true,
  hookIds: false,
  lists: false,
});

describe('the timers of Tamara', () => {
  it('approved and not authorised within 72 hours is over', async () => {
    const { ref } = await current().held();
    await current().control.advance(72 * HOUR_MS);
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'expired', captured: { minor: 0 } });
  });

  it('a shop on automatic has its money at the approval', async () => {
    await current().control.next('automatic');
    const { ref } = await current().held();
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'captured', captured: AMOUNT });
  });

  it('authorised and not captured is taken by itself after 21 days, and not once more by us', async () => {
    const started = await current().held();
    await current().control.twist(started.ref, 'authorise');
    await current().control.advance(21 * 24 * HOUR_MS);
    expect(await current().gateway.fetch(started.ref)).toMatchObject({ state: 'captured', captured: AMOUNT });
    expect(await current().take(started, AMOUNT, 1)).toMatchObject({ captured: AMOUNT });
  });

  it('an authorisation whose answer was lost is made once, and the money taken', async () => {
    const started = await current().held();
    await current().control.fault('hang_up_after', { times: 2 });
    expect(await current().take(started, AMOUNT, 1)).toMatchObject({ state: 'captured', captured: AMOUNT });
  });
});

describe('a hook of Tamara', () => {
  it.each([
    ['no_algorithm', 'signature'],
    ['other_algorithm', 'signature'],
    ['endless', 'signature'],
    ['expired', 'too_old'],
  ] as const)('with a token that is %s is not believed', async (kind, fault) => {
    await current().control.next(kind);
    await current().start();
    await current().paid();
    const hooks = await current().control.takeHooks();
    expect(hooks.length).toBeGreaterThan(0);
    for (const hook of hooks) {
      const verify = () => current().gateway.verifyHook(hook, current().now());
      expect(verify).toThrow(new HookRefused('tamara', fault));
    }
  });

  it('needs one token, in the query or in the header, and no wrong one beside it', async () => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const given = hook ?? { raw: Buffer.alloc(0), headers: {}, query: {} };
    const verify = (change: Partial<typeof given>) => () =>
      current().gateway.verifyHook({ ...given, ...change }, current().now());
    expect(verify({ query: {} })().dedupeKey).toBe(verify({ headers: {} })().dedupeKey);
    expect(verify({ query: {}, headers: {} })).toThrow(HookRefused);
    expect(verify({ query: { tamaraToken: '' } })).toThrow(HookRefused);
  });

  it('is believed until its token ends, and not before it was made', async () => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const at = (seconds: number) => new Date(current().now().getTime() + seconds * 1000);
    const verify = (seconds: number) => () => hook && current().gateway.verifyHook(hook, at(seconds));
    expect(verify(299)()).toBeDefined();
    expect(verify(300)).toThrow(new HookRefused('tamara', 'too_old'));
    expect(verify(-301)).toThrow(new HookRefused('tamara', 'from_the_future'));
  });
});
