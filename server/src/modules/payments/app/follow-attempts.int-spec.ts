import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { cancelPayment, startPayment } from '@qafila/shared/payments/attempts.contract';
import { useCredit } from '@qafila/shared/payments/credit.contract';
import { isLong } from '../../../../test/support/long';
import { PaymentOpening } from '../../ordering/ordering.api';
import type { Hook } from '../domain/gateways/gateway';
import { aGatewayWorld, type GatewayWorld, type Payer } from '../testing/gateway-world';
import { ledgerOf, sar } from '../testing/payment-world';
import { ListChanges } from './list-changes';

const TOTAL = 575_001;
let world: GatewayWorld;
beforeAll(async () => {
  world = await aGatewayWorld();
}, 120_000);
afterAll(() => world?.close());

const aPayer = (country = 'NO'): Promise<Payer> => world.app.aTrader({ country });
/** All of them take their time. */
const ORDERS_MS = isLong ? 1_200_000 : 60_000;
/** Places of six hooks: each rotation there and back; all 720 orders where there is time. */
function hookOrders(): number[][] {
  const all = [0, 1, 2, 3, 4, 5];
  const ordersOf = (left: number[]): number[][] =>
    left.length < 2
      ? [left]
      : left.flatMap((one) => ordersOf(left.filter((each) => each !== one)).map((rest) => [one, ...rest]));
  if (isLong) return ordersOf(all);
  return [0, 2, 4].flatMap((by) => {
    const turned = [...all.slice(by), ...all.slice(0, by)];
    return [turned, turned.toReversed()];
  });
}
/** Objects that the simulator of a gateway holds. */
const countOf = async (name: 'stripe'): Promise<number> => {
  const { holds } = (await world.control(name).state())[name] as { holds: { sessions: unknown[] } };
  return holds.sessions.length;
};
const stateOf = async (payer: Payer, orderId: string) => {
  const { live, history, received, due, noPayFor } = await world.read(payer, orderId);
  return { state: (live ?? history[0])?.state, received: received.minor, due: due.minor, noPayFor };
};
const PAID = { state: 'captured', received: TOTAL, due: 0, noPayFor: 'not_waiting' };
const takeHooks = (): Promise<Hook[]> => world.control('stripe').takeHooks();

/** What the gateway tells of a payment by its hooks. */
async function tell(attemptId: string, twist: string): Promise<void> {
  await takeHooks();
  await world.control('stripe').twist(await world.refOf(attemptId), twist);
  for (const hook of await takeHooks()) await world.deliver('stripe', hook);
  await world.follow();
  await world.app.drain();
}
/** An order that was paid by card, and whose payment is disputed since. */
async function disputed(payer: Payer) {
  const orderId = await world.anOrder(payer);
  const { id, url } = await world.start(payer, orderId);
  await world.person.press(url, 'visa');
  await world.sweep();
  await tell(id, 'dispute');
  return { id, orderId };
}
/** An order ends as ordering ends it. */
const endOrder = ({ companyId }: Payer, orderId: string, reason: 'expired' | 'cancelled'): Promise<void> =>
  world.app.system(async (tx) => {
    await tx.query('update orders set state = $2 where id = $1', [orderId, reason]);
    await world.app.get(PaymentOpening).close(tx, { companyId, orderId, reason });
  });
const CREDIT = { 'company_credit SAR': -TOTAL, 'provider_clearing SAR': TOTAL };

/** The sealed phone of who pays. */
const phoneOf = async (attemptId: string): Promise<string | null> => {
  const [row] = await world.app.system((tx) =>
    tx.query<{ phone_enc: string | null }>('select phone_enc from payment_attempts where id = $1', [
      attemptId,
    ]),
  );
  return row?.phone_enc ?? null;
};

describe('a payment by card', () => {
  it('is paid on the gateway’s page and confirms the order, without any hook', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    expect(await world.person.press(url, 'secure:visa', 'approve')).toContain(`/orders/${orderId}`);
    await takeHooks();
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
    expect(await world.booked(payer.companyId)).toEqual({
      'order SAR': -TOTAL,
      'provider_clearing SAR': TOTAL,
    });
  });

  it('of twenty presses at once is one payment at the gateway', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const before = await countOf('stripe');
    const answers = await Promise.all(Array.from({ length: 20 }, () => world.ask(payer, orderId)));
    expect(answers.map(({ status }) => status)).toEqual(Array(20).fill(200));
    expect(new Set(answers.map(({ body }) => body.live?.id)).size).toBe(1);
    await Promise.all([world.follow(), world.follow(), world.follow()]);
    expect((await countOf('stripe')) - before).toBe(1);
  });

  it('is booked once, however often its hooks come and in whichever order', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    await takeHooks();
    await world.person.press(url, 'visa');
    const hooks = await takeHooks();
    const [hook] = hooks;
    if (!hook) throw new Error('no hook');
    const many = [...Array.from({ length: 50 }, () => hook), ...hooks.toReversed(), ...hooks];
    const codes = await Promise.all(many.map((each) => world.deliver('stripe', each)));
    expect(new Set(codes)).toEqual(new Set([200]));
    await Promise.all([world.follow(), world.follow()]);
    for (const each of hooks) await world.deliver('stripe', each);
    await world.follow();
    await world.app.drain();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
    expect(await world.entries(payer.companyId)).toEqual(['payment_captured']);
  });

  it(
    'ends alike for orders of its six hooks, each delivered twice',
    async () => {
      const sixth = await aPayer();
      for (const order of hookOrders()) {
        const orderId = await world.anOrder(sixth);
        const { url } = await world.start(sixth, orderId);
        await takeHooks();
        await world.person.press(url, 'decline', 'no_funds', 'secure:visa', 'approve');
        const hooks = await takeHooks();
        expect(hooks).toHaveLength(6);
        for (const at of order) {
          const hook = hooks[at];
          if (hook) await Promise.all([world.deliver('stripe', hook), world.deliver('stripe', hook)]);
          await world.follow();
        }
        await world.app.drain();
        expect(await stateOf(sixth, orderId)).toEqual(PAID);
      }
      const count = hookOrders().length;
      expect(await world.entries(sixth.companyId)).toEqual(Array(count).fill('payment_captured'));
    },
    ORDERS_MS,
  );

  it('stays unpaid after a decline and a return, and pays with the next card', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    await world.person.press(url, 'decline');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toMatchObject({ received: 0, due: TOTAL });
    await world.person.press(url, 'cancel');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toMatchObject({ received: 0, noPayFor: null });
    const again = await world.start(payer, orderId);
    await world.person.press(again.url, 'visa');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
  });

  it('that another way replaces is closed at the gateway before the other page opens', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const first = await world.start(payer, orderId);
    const second = await world.start(payer, orderId, 'mastercard');
    expect(second.id).not.toBe(first.id);
    expect(await world.person.open(first.url)).not.toContain('<button');
    expect((await world.read(payer, orderId)).history.map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('paid while another way is chosen is booked, and the other one is not started', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const first = await world.start(payer, orderId);
    await world.person.press(first.url, 'visa');
    const before = await countOf('stripe');
    await world.ask(payer, orderId, 'mastercard');
    await world.sweep();
    const { history, received } = await world.read(payer, orderId);
    expect(history.map(({ state, failure }) => [state, failure])).toEqual([
      ['cancelled', 'paid_meanwhile'],
      ['captured', null],
    ]);
    expect([received.minor, await countOf('stripe')]).toEqual([TOTAL, before]);
  });

  it('is started once where the answer to its start was lost', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const before = await countOf('stripe');
    await world.control('stripe').fault('hang_up_after', { times: 1, on: 'changes' });
    const { url } = await world.start(payer, orderId);
    expect((await countOf('stripe')) - before).toBe(1);
    await world.person.press(url, 'visa');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
  });

  it('ends with the order’s hold, and pays nothing more', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    await world.sweep(40 * 86_400_000);
    await world.sweep();
    expect(await stateOf(payer, orderId)).toMatchObject({ state: 'expired', noPayFor: 'not_waiting' });
    expect(await world.person.open(url)).not.toContain('<button');
  });

  it('that came for an expired order is the company’s credit and shown to the store', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await endOrder(payer, orderId, 'expired');
    await world.sweep();
    expect(await world.entries(payer.companyId)).toEqual(['payment_captured', 'late_credited']);
    expect(await world.flagOf(id)).toBe('closed');
  });

  it('for a cancelled order becomes the company’s credit', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await world.app.system((tx) =>
      tx.query(`update orders set state = 'cancelled' where id = $1`, [orderId]),
    );
    await world.sweep();
    expect(await world.booked(payer.companyId)).toEqual({
      'company_credit SAR': -TOTAL,
      'provider_clearing SAR': TOTAL,
    });
    expect(await world.flagOf(id)).toBe('closed');
  });

  it.each([
    ['less', 'amount'],
    ['currency', 'currency'],
  ])('that the gateway tells with another figure (%s) pays no order', async (twist, flag) => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await world.control('stripe').twist(await world.refOf(id), twist);
    await world.sweep();
    expect(await stateOf(payer, orderId)).toMatchObject({ received: 0, due: TOTAL });
    expect(await world.flagOf(id)).toBe(flag);
  });

  it('of which the gateway says a word nobody knows keeps its state and is shown to the store', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { id } = await world.start(payer, orderId);
    await world.control('stripe').twist(await world.refOf(id), 'unknown');
    await world.sweep();
    expect([(await stateOf(payer, orderId)).state, await world.flagOf(id)]).toEqual(['open', 'unknown']);
  });

  it('that is disputed leaves the order open, and covers it again when the dispute is won', async () => {
    const payer = await aPayer();
    const { id, orderId } = await disputed(payer);
    expect(await stateOf(payer, orderId)).toMatchObject({ state: 'disputed', received: 0 });
    await tell(id, 'dispute_won');
    expect(await stateOf(payer, orderId)).toMatchObject({ state: 'captured', received: TOTAL });
    expect(await world.entries(payer.companyId)).toEqual([
      'payment_captured',
      'dispute_opened',
      'dispute_won',
    ]);
  });

  describe('that is disputed after its order ended', () => {
    /** Paid, and too late: it is credit of its company. */
    async function late(payer: Payer) {
      const orderId = await world.anOrder(payer);
      const { id, url } = await world.start(payer, orderId);
      await world.person.press(url, 'visa');
      await endOrder(payer, orderId, 'expired');
      await world.sweep();
      return { id, orderId };
    }

    it('takes the credit that it became, and gives it again when the dispute is won', async () => {
      const payer = await aPayer();
      const { id } = await late(payer);
      expect(await world.booked(payer.companyId)).toEqual(CREDIT);
      await tell(id, 'dispute');
      expect(await world.booked(payer.companyId)).toEqual({});
      await tell(id, 'dispute_won');
      expect(await world.booked(payer.companyId)).toEqual(CREDIT);
    });

    it('leaves owed what was spent of that credit, until the dispute is won', async () => {
      const payer = await aPayer();
      const { id, orderId } = await late(payer);
      const next = await world.anOrder(payer, 100_000);
      const body = { amount: sar(100_000) };
      await world.app.call(useCredit, { as: payer, params: { id: next }, body });
      await tell(id, 'dispute');
      expect(await ledgerOf(world.app, orderId)).toMatchObject({ order: 100_000, company_credit: -100_000 });
      await tell(id, 'dispute_won');
      expect(await ledgerOf(world.app, orderId)).toMatchObject({ order: 0, company_credit: -TOTAL });
    });

    it('is all credit when it is won, where the order waited again and was cancelled', async () => {
      const payer = await aPayer();
      const { id, orderId } = await disputed(payer);
      await endOrder(payer, orderId, 'cancelled');
      await tell(id, 'dispute_won');
      expect(await world.booked(payer.companyId)).toEqual(CREDIT);
    });

    it.each([
      ['for a cancelled order', 'cancelled', null],
      ['with another figure', null, 'less'],
    ] as const)('takes and gives the credit that it was at once: %s', async (_, ends, twist) => {
      const payer = await aPayer();
      const orderId = await world.anOrder(payer);
      const { id, url } = await world.start(payer, orderId);
      await world.person.press(url, 'visa');
      if (ends)
        await world.app.system((tx) =>
          tx.query('update orders set state = $2 where id = $1', [orderId, ends]),
        );
      if (twist) await world.control('stripe').twist(await world.refOf(id), twist);
      await world.sweep();
      const booked = await world.booked(payer.companyId);
      expect(Object.keys(booked)).toEqual(Object.keys(CREDIT));
      await tell(id, 'dispute');
      expect(await world.booked(payer.companyId)).toEqual({});
      expect(await stateOf(payer, orderId)).toMatchObject({ state: 'disputed', received: 0 });
      await tell(id, 'dispute_won');
      expect(await world.booked(payer.companyId)).toEqual(booked);
    });
  });

  it('waits while its gateway does not answer, and goes on afterwards', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    await world.control('stripe').fault('status_500', { times: 3 });
    await world.ask(payer, orderId);
    await world.follow();
    expect((await world.read(payer, orderId)).live?.pageUrl).toBeNull();
    await world.sweep();
    expect((await world.read(payer, orderId)).live?.pageUrl).toMatch(/^http/);
  });
});

describe('other gateways and currencies', () => {
  it('Klarna takes kroner at a rate that is kept, and the order gets its riyals', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    expect((await world.ask(payer, orderId, 'klarna')).body.detail).toContain('no exchange rate of today');
    await world.publishRate();
    const { url } = await world.start(payer, orderId, 'klarna');
    const { live } = await world.read(payer, orderId);
    expect(live).toMatchObject({ pay: { minor: 1_570_615, currency: 'NOK' }, rate: { rateNum: 27_315 } });
    await world.person.press(url, 'klarna', 'approve');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
    expect(await world.booked(payer.companyId)).toEqual({
      'order SAR': -TOTAL,
      'fx SAR': TOTAL,
      'fx NOK': -1_570_615,
      'provider_clearing NOK': 1_570_615,
    });
  });

  it.each(['tabby', 'tamara'] as const)('%s approves, and the portal takes what it holds', async (method) => {
    const payer = await aPayer('SA');
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId, method);
    expect(await phoneOf(id)).toBeNull();
    await world.person.press(url, 'approve');
    await world.sweep();
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
    expect(await world.entries(payer.companyId)).toEqual(['payment_captured']);
  });

  it('Tabby refuses a payer before any page: nothing is due to nobody, and mada pays', async () => {
    const payer = await aPayer('SA');
    const orderId = await world.anOrder(payer);
    const { body } = await world.app.call(startPayment, {
      as: payer,
      params: { id: orderId },
      body: { method: 'tabby', due: sar(TOTAL), phone: '٠٥٠ ٠٠٠ ٠٠٠٢' },
    });
    expect(await phoneOf(body.live?.id ?? '')).not.toContain('966500000002');
    await world.follow();
    const { history } = await world.read(payer, orderId);
    expect(history).toMatchObject([{ method: 'tabby', state: 'failed', failure: 'rejected' }]);
    expect(await phoneOf(history[0]?.id ?? '')).toBeNull();
    const { url } = await world.start(payer, orderId, 'mada');
    await world.person.press(url, 'mada', 'approve');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
  });

  it('a phone is asked where a person gets credit, and kept nowhere else', async () => {
    const payer = await aPayer('SA');
    const orderId = await world.anOrder(payer);
    const start = (method: 'tabby' | 'mada', phone?: string) =>
      world.app.call(startPayment, {
        as: payer,
        params: { id: orderId },
        body: { method, due: sar(TOTAL), ...(phone === undefined ? {} : { phone }) },
      });
    expect((await start('tabby')).body).toMatchObject({
      code: 'FIELDS_INVALID',
      fields: [{ path: 'phone', code: 'required' }],
    });
    expect((await start('tabby', '12')).body).toMatchObject({
      fields: [{ path: 'phone', code: 'international_phone' }],
    });
    const { body } = await start('mada', '0500000001');
    expect(await phoneOf(body.live?.id ?? '')).toBeNull();
  });

  it('mada is paid at noon by a company of Saudi Arabia', async () => {
    const payer = await aPayer('SA');
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId, 'mada');
    await world.person.press(url, 'mada', 'approve');
    await world.sweep();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
  });
});

describe('the list of the day', () => {
  it('finds what no hook told, and waits for another day where the gateway does not answer', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    await takeHooks();
    const list = (): Promise<void> => world.app.get(ListChanges).run();
    await world.control('stripe').fault('hang_up_before', { times: 3, on: 'reads' });
    await list();
    expect(await stateOf(payer, orderId)).toMatchObject({ received: 0 });
    await list();
    await world.follow();
    await world.app.drain();
    expect(await stateOf(payer, orderId)).toEqual(PAID);
  });
});

describe('what is refused', () => {
  it('a method that is not offered, with the reason', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { status, body } = await world.ask(payer, orderId, 'mada');
    expect([status, body.code]).toEqual([409, 'METHOD_NOT_OFFERED']);
    expect(body.detail).toContain('open: Saudi Arabia');
  });

  it('another amount than is due, and an order that waits no more', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const start = (minor: number) =>
      world.app.call(startPayment, {
        as: payer,
        params: { id: orderId },
        body: { method: 'visa', due: sar(minor) },
      });
    expect((await start(5_000)).body.code).toBe('DUE_CHANGED');
    await world.app.system((tx) => tx.query(`update orders set state = 'expired' where id = $1`, [orderId]));
    expect((await start(TOTAL)).body.code).toBe('WRONG_STATE');
  });

  it('a hook that is changed in any part, and one of a gateway without an account', async () => {
    const payer = await aPayer();
    await takeHooks();
    const { url } = await world.start(payer, await world.anOrder(payer));
    await world.person.press(url, 'visa');
    const [hook] = await takeHooks();
    if (!hook) throw new Error('no hook');
    const flipped = Buffer.from(hook.raw);
    flipped[flipped.length - 2] = 32;
    const { 'stripe-signature': signature = '', ...headers } = hook.headers;
    const wrong: Hook[] = [
      { ...hook, raw: flipped },
      { ...hook, headers },
      { ...hook, headers: { ...headers, 'stripe-signature': signature.replace(/v1=./, 'v1=x') } },
      { ...hook, headers: { ...headers, 'stripe-signature': signature.replace(/t=\d/, 't=9') } },
    ];
    for (const each of wrong) expect(await world.deliver('stripe', each)).toBe(400);
    const [row] = await world.app.system((tx) =>
      tx.query<{ count: string }>('select count(*) from gateway_hooks where handled_at is null'),
    );
    expect(Number(row?.count)).toBe(0);
  });

  it('a hook of old or of tomorrow, while one of the secret that is being replaced is taken', async () => {
    const payer = await aPayer();
    await takeHooks();
    const { url } = await world.start(payer, await world.anOrder(payer));
    await world.person.press(url, 'visa');
    const [hook] = await takeHooks();
    if (!hook) throw new Error('no hook');
    const signed = /^t=(\d+),v1=/.exec(hook.headers['stripe-signature'] ?? '');
    expect(signed).not.toBeNull();
    expect(await world.deliver('stripe', hook)).toBe(200);
    await world.app.clock.advance(301_000);
    expect(await world.deliver('stripe', hook)).toBe(400);
    await world.control('stripe').advance(1_000_000);
    await world.person.press((await world.start(payer, await world.anOrder(payer))).url, 'visa');
    const [early] = await takeHooks();
    if (!early) throw new Error('no hook');
    expect(await world.deliver('stripe', early)).toBe(400);
    await world.app.clock.advance(1_000_000 - 301_000);
    expect(await world.deliver('stripe', early)).toBe(200);
  });

  it('a cancelled attempt: its page cannot be paid any more', async () => {
    const payer = await aPayer();
    const orderId = await world.anOrder(payer);
    const { url } = await world.start(payer, orderId);
    const { body } = await world.app.call(cancelPayment, { as: payer, params: { id: orderId } });
    expect(body.live).toBeNull();
    await world.follow();
    expect(await world.person.open(url)).not.toContain('<button');
    expect(await stateOf(payer, orderId)).toMatchObject({ received: 0, noPayFor: null });
  });
});
