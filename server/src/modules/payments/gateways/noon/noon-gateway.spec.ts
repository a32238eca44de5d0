import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { GatewayRefused, HookRefused } from '../../domain/gateways/gateway-failure';
import { AMOUNT } from '../testing/bench';
import { contractSuite } from '../testing/contract-suite';
import { NOON } from '../testing/profiles';

const current = contractSuite(NOON, {
  methods: ['mada'],
  authorise: false,
  partialCapture: false,
  cancelOpen: true,
  void: false,
  repeatableStart: true,
  refund: true,
  partialRefund: true,
  asyncRefund: true,
  hostedPage: true,
  hooks: true,
  hookIds: true,
  lists: false,
});

describe('mada', () => {
  it('has ids that a double would round, and every call names them whole', async () => {
    const { ref } = await current().start();
    expect(ref).toMatch(/^\d{15}[13579]$/);
    expect(BigInt(Number(ref))).not.toBe(BigInt(ref));
    expect(await current().gateway.fetch(ref)).toMatchObject({ ref, state: 'open' });
  });

  it('always asks for 3-D Secure', async () => {
    const { ref, url } = await current().start();
    await current().person.press(url, 'mada');
    expect(await current().gateway.fetch(ref)).toMatchObject({
      state: 'action_required',
      captured: { minor: 0 },
    });
  });

  it.each([
    ['accept', 'captured', 500_001],
    ['reject', 'failed', 0],
  ])('somebody looks at a payment before it counts: %s', async (twist, state, minor) => {
    await current().control.next('review');
    const { ref, url } = await current().start();
    await current().person.press(url, 'mada', 'approve');
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'in_review', captured: { minor: 0 } });
    await current().control.twist(ref, twist);
    expect(await current().gateway.fetch(ref)).toMatchObject({ state, captured: { minor } });
  });

  it('a start that ended is not started again under its reference', async () => {
    const { given, key } = await current().paid();
    await expect(current().gateway.start(given, key)).rejects.toThrow(new GatewayRefused('noon', '19012'));
  });

  it.each([
    [{ returnUrl: 'https://portal.example/back?order=1' }, '5035'],
    [{ orderCode: 'A  B' }, '5034'],
    [{ orderCode: 'x'.repeat(50) }, '5034'],
    [{ amount: money(100, 'USD') }, '5036'],
  ])('refuses what noon refuses: %j', async (given, code) => {
    await expect(current().start(given)).rejects.toMatchObject({ code });
  });

  it('a refund on its way settles or fails by the reference we gave it', async () => {
    const started = await current().paid();
    await current().control.next('refund_pending');
    const failing = await current().giveBack(started, AMOUNT, 1);
    expect(failing).toMatchObject({ state: 'sent', id: `pay_${started.given.ourRef}_refund_1` });
    await current().control.twist(started.ref, 'fail');
    expect(await current().gateway.fetchRefund(started.ref, failing.id)).toMatchObject({ state: 'failed' });
    expect(await current().gateway.fetch(started.ref)).toMatchObject({ refunded: { minor: 0 } });
    const second = await current().giveBack(started, AMOUNT, 2);
    expect(second).toMatchObject({ state: 'settled' });
  });
});

describe('a hook of noon', () => {
  it('is not believed with any byte of its body changed', async () => {
    await current().paid();
    for (const hook of await current().control.takeHooks()) {
      for (let at = 0; at < hook.raw.length; at += 1) {
        const raw = Buffer.from(hook.raw);
        raw[at] = (hook.raw[at] ?? 0) ^ 1;
        expect(() => current().gateway.verifyHook({ ...hook, raw }, current().now())).toThrow(HookRefused);
      }
    }
  });

  it('counts when it comes late, and not when it comes from the future', async () => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const at = (seconds: number): Date => new Date(current().now().getTime() + seconds * 1000);
    const verify = (seconds: number) => hook && current().gateway.verifyHook(hook, at(seconds));
    expect(verify(86_400)?.dedupeKey).toBe(verify(0)?.dedupeKey);
    expect(() => verify(-301)).toThrow(new HookRefused('noon', 'from_the_future'));
  });
});
