import { describe, expect, it } from '@jest/globals';
import { type Money, money } from '@qafila/shared/kernel/money';
import type { MethodId } from '@qafila/shared/payments/methods';
import { methodsOf } from '@qafila/shared/payments/methods.rules';
import { GatewayRefused, HookRefused, OutcomeUnknown } from '../../domain/gateways/gateway-failure';
import { idempotencyKey } from '../../domain/gateways/idempotency-key';
import { AMOUNT } from '../testing/bench';
import { contractSuite } from '../testing/contract-suite';
import { STRIPE } from '../testing/profiles';

const HOUR_MS = 3_600_000;
const current = contractSuite(STRIPE, {
  methods: methodsOf('stripe'),
  authorise: true,
  partialCapture: true,
  cancelOpen: true,
  void: true,
  repeatableStart: true,
  refund: true,
  partialRefund: true,
  asyncRefund: true,
  hostedPage: true,
  hooks: true,
  hookIds: true,
  lists: true,
});

describe('the page', () => {
  const NOK = money(1_356_725, 'NOK');
  const KRW = money(1_900_000, 'KRW');
  const EUR = money(120_000, 'EUR');
  const USD = money(133_334, 'USD');
  it.each<[MethodId, Money, readonly string[]]>([
    ['mastercard', AMOUNT, ['mastercard']],
    ['amex', AMOUNT, ['amex']],
    ['apple_pay', AMOUNT, ['apple_pay']],
    ['google_pay', AMOUNT, ['google_pay']],
    ['link', AMOUNT, ['link']],
    ['visa', AMOUNT, ['secure:visa', 'approve']],
    ['klarna', NOK, ['klarna', 'approve']],
    ['wechat_pay', EUR, ['wechat_pay', 'approve']],
    ['cashapp', USD, ['cashapp', 'approve']],
    ['affirm', USD, ['affirm', 'approve']],
    ['afterpay_clearpay', USD, ['afterpay_clearpay', 'approve']],
    ['amazon_pay', NOK, ['amazon_pay', 'approve']],
    ['p24', EUR, ['p24', 'approve']],
    ['kr_card', KRW, ['kr_card', 'approve']],
    ['kakao_pay', KRW, ['kakao_pay', 'approve']],
    ['naver_pay', KRW, ['naver_pay', 'approve']],
    ['payco', KRW, ['payco', 'approve']],
    ['samsung_pay', KRW, ['samsung_pay', 'approve']],
  ])('takes %s', async (method, amount, buttons) => {
    const { ref, url } = await current().start({ method, amount });
    await current().person.press(url, ...buttons);
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'captured', captured: amount, method });
  });

  it('shows a code to scan for WeChat Pay, and for nothing else', async () => {
    const codeFor = async (method: 'wechat_pay' | 'klarna') => {
      const { url } = await current().start({ method, amount: EUR });
      await current().person.press(url, method);
      return (await current().person.open(url)).includes('<svg class="code"');
    };
    expect([await codeFor('wechat_pay'), await codeFor('klarna')]).toEqual([true, false]);
  });

  it('offers no method that is not paid in the currency', async () => {
    const { url } = await current().start();
    expect(await current().person.open(url)).not.toMatch(/value="(klarna|kakao_pay|p24)"/);
  });

  it('holds no card field', async () => {
    const { url } = await current().start();
    expect(await current().person.open(url)).not.toMatch(/<input|autocomplete|<script/);
  });

  it.each(['decline', 'cancel'])(
    '3-D Secure, %s: nothing is paid, and the payer may try again',
    async (end) => {
      const { ref, url } = await current().start();
      await current().person.press(url, 'secure:visa');
      expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'action_required' });
      await current().person.press(url, end);
      expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'open', captured: { minor: 0 } });
      await current().person.press(url, 'amex');
      expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'captured', method: 'amex' });
    },
  );

  it.each([
    ['settle', 'captured'],
    ['fail', 'failed'],
  ])('a method that answers later: %s', async (twist, state) => {
    const { ref, url } = await current().start({ method: 'klarna', amount: NOK });
    await current().person.press(url, 'klarna', 'later');
    expect(await current().gateway.fetch(ref)).toMatchObject({ state: 'processing', captured: { minor: 0 } });
    await current().control.twist(ref, twist);
    expect(await current().gateway.fetch(ref)).toMatchObject({ state });
  });
});

describe('what Stripe is told', () => {
  it('one line with the order code, ids, and nothing of order or trader', async () => {
    const { given, ref } = await current().start();
    const { stripe } = await current().control.state();
    const told = JSON.stringify(stripe?.holds);
    expect(told).toContain(given.ourRef);
    expect(told).toContain(ref);
    expect(told).not.toMatch(/Noura|darnour|Riyadh|\+966/);
  });

  it('a key goes with one set of parameters', async () => {
    const { given, key: used } = await current().start();
    const other = { ...given, amount: money(600_000, 'SAR') };
    await expect(current().gateway.start(other, used)).rejects.toThrow(OutcomeUnknown);
  });

  it.each([
    [money(49, 'USD'), 'amount_too_small'],
    [money(100_000_000, 'SAR'), 'amount_too_large'],
    [money(5_000_011, 'KWD'), 'amount_not_representable'],
  ])('refuses %j: %s', async (amount, code) => {
    await expect(current().start({ amount })).rejects.toMatchObject({ code });
  });

  it('takes three decimals that end in 0, and none of Korea', async () => {
    for (const amount of [money(5_000_010, 'KWD'), money(1_900_000, 'KRW')]) {
      const { ref } = await current().start({ amount });
      expect(await current().gateway.fetch(ref)).toMatchObject({ amount });
    }
  });

  it('refuses a session that ends too soon or too late', async () => {
    for (const minutes of [29, 24 * 60 + 1]) {
      const expiresAt = new Date(current().now().getTime() + minutes * 60_000);
      await expect(current().start({ expiresAt })).rejects.toThrow(GatewayRefused);
    }
  });
});

describe('after the payment', () => {
  it('a refund that is on its way may settle or fail, and what failed may be given back again', async () => {
    const started = await current().start({ method: 'amazon_pay', amount: money(120_000, 'EUR') });
    await current().person.press(started.url, 'amazon_pay', 'approve');
    const all = money(120_000, 'EUR');
    const failing = await current().giveBack(started, all, 1);
    expect(failing.state).toBe('sent');
    await current().control.twist(failing.id, 'fail');
    expect(await current().gateway.fetchRefund(started.ref, failing.id)).toMatchObject({ state: 'failed' });
    expect(await current().gateway.fetch(started.ref)).toMatchObject({ refunded: { minor: 0 } });
    const second = await current().giveBack(started, all, 2);
    await current().control.twist(second.id, 'settle');
    expect(await current().gateway.fetchRefund(started.ref, second.id)).toMatchObject({ state: 'settled' });
  });

  it('a dispute is told, with the day until which it is answered', async () => {
    const { ref } = await current().paid();
    await current().control.twist(ref, 'dispute');
    const answerBy = new Date(current().now().getTime() + 7 * 24 * HOUR_MS);
    expect(await current().gateway.fetch(ref)).toMatchObject({
      state: 'disputed',
      captured: AMOUNT,
      dispute: { state: 'open', amount: AMOUNT, reason: 'product_not_received', answerBy },
    });
    const [hook] = (await current().control.takeHooks()).slice(-1);
    const hint = hook && current().gateway.verifyHook(hook, current().now());
    expect(hint?.event).toBe('charge.dispute.created');
    expect(hint && (await current().gateway.fetch(hint.ref)).ref).toBe(ref);
  });

  it.each([
    ['won', 'captured'],
    ['lost', 'disputed'],
  ])('a dispute that is %s leaves the payment %s', async (end, state) => {
    const { ref } = await current().paid();
    await current().control.twist(ref, 'dispute');
    await current().control.twist(ref, `dispute_${end}`);
    expect(await current().gateway.fetch(ref)).toMatchObject({ state, dispute: { state: end } });
  });

  it('what changed since is listed, each payment once', async () => {
    const before = current().now();
    await current().paid();
    await current().control.advance(HOUR_MS / 2);
    const since = current().now();
    const { ref } = await current().paid();
    const listed = async (from: Date): Promise<Set<string>> => {
      const refs = new Set<string>();
      for await (const each of current().gateway.listSince(from))
        refs.add((await current().gateway.fetch(each)).ref);
      return refs;
    };
    expect(await listed(since)).toEqual(new Set([ref]));
    expect((await listed(before)).size).toBe(2);
  });
});

describe('the time of a hook', () => {
  it.each([
    [300, null],
    [301, 'too_old'],
    [-300, null],
    [-301, 'from_the_future'],
  ])('%d seconds after it was sent: %s', async (seconds, fault) => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const at = new Date(current().now().getTime() + seconds * 1000);
    const verify = () => hook && current().gateway.verifyHook(hook, at);
    if (fault === null) expect(verify()).toBeDefined();
    else expect(verify).toThrow(new HookRefused('stripe', fault as 'too_old'));
  });

  it('is not believed when the header was edited to be new', async () => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const later = new Date(current().now().getTime() + 400_000);
    const header = `t=${later.getTime() / 1000},${hook?.headers['stripe-signature']?.split(',')[1]}`;
    const edited = { raw: hook?.raw ?? Buffer.alloc(0), headers: { 'stripe-signature': header }, query: {} };
    expect(() => current().gateway.verifyHook(edited, later)).toThrow(new HookRefused('stripe', 'signature'));
  });

  it('one byte of the body more, less or other is not believed', async () => {
    await current().paid();
    const [hook] = await current().control.takeHooks();
    const raw = Buffer.from(hook?.raw ?? []);
    for (let at = 0; at < raw.length; at += 1) {
      const touched = Buffer.from(raw);
      touched[at] = (raw[at] ?? 0) ^ 1;
      const tampered = { raw: touched, headers: hook?.headers ?? {}, query: {} };
      expect(() => current().gateway.verifyHook(tampered, current().now())).toThrow(HookRefused);
    }
  });
});

it('a second attempt after the first was ended has a key of its own', async () => {
  const first = await current().start();
  await current().end(first);
  const again = await current().gateway.start(first.given, idempotencyKey(first.given.ourRef, 'start', 2));
  expect(again).not.toMatchObject({ ref: first.ref });
});
