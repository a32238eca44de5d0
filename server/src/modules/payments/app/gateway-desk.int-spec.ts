import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { demoInbox, demoMail } from '@qafila/shared/notifications/notifications.contract';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import {
  attemptEvidence,
  gatewayAttempt,
  gatewayAttempts,
  listGateways,
  lookAgain,
  settleFlag,
} from '@qafila/shared/payments/gateways.contract';
import { ATTEMPT_STUCK_MINUTES } from '@qafila/shared/payments/payments.rules';
import type { TestPerson } from '../../../../test/support/test-people';
import { Outbox } from '../../../platform/outbox/outbox';
import { ORDER_SUBMITTED } from '../../ordering/ordering.api';
import { aGatewayWorld, type GatewayWorld, type Payer } from '../testing/gateway-world';

const TOTAL = 575_001;
const MINUTE_MS = 60_000;
let world: GatewayWorld;
let finance: TestPerson;
let payer: Payer;
beforeAll(async () => {
  world = await aGatewayWorld();
  finance = await world.app.aStaff('finance');
  payer = await world.app.aTrader({ country: 'NO' });
}, 120_000);
afterAll(() => world?.close());

/** A payment by card that was made; what its gateway is made to tell comes after. */
async function aPayment(twist?: string): Promise<{ readonly id: string; readonly orderId: string }> {
  const orderId = await world.anOrder(payer);
  const { id, url } = await world.start(payer, orderId);
  await world.person.press(url, 'visa');
  if (twist) await world.control('stripe').twist(await world.refOf(id), twist);
  await world.sweep();
  return { id, orderId };
}
const list = async (query: {
  view?: 'look' | 'disputes' | 'all';
  limit?: number;
  after?: string;
  q?: string;
}) => (await world.app.call(gatewayAttempts, { as: finance, query })).body;
const show = async (id: string) =>
  (await world.app.call(gatewayAttempt, { as: finance, params: { id } })).body;
const card = async (kind: string) =>
  (await world.app.call(staffToday, { as: finance })).body.cards.find((each) => each.kind === kind);

describe('the desk of gateways', () => {
  it('shows what was asked, what the gateway told, its hooks and its entries', async () => {
    const { id, orderId } = await aPayment();
    for (const hook of await world.control('stripe').takeHooks()) await world.deliver('stripe', hook);
    await world.follow();
    const detail = await show(id);
    expect(detail).toMatchObject({
      orderId,
      method: 'visa',
      gateway: 'stripe',
      state: 'captured',
      amount: { minor: TOTAL, currency: 'SAR' },
      flag: null,
      rawState: 'complete/paid/succeeded',
      entries: [
        {
          kind: 'payment_captured',
          postings: [
            { account: 'order', amount: { minor: -TOTAL, currency: 'SAR' } },
            { account: 'provider_clearing', amount: { minor: TOTAL, currency: 'SAR' } },
          ],
        },
      ],
      settled: [],
    });
    expect(detail.hooks.map(({ event }) => event)).toContain('checkout.session.completed');
    expect(JSON.stringify(detail)).not.toContain('phone');
  });

  it('lists what needs a look, settles a flag with a reason, and Today follows', async () => {
    const before = (await card('payments_to_look_at'))?.count ?? 0;
    const { id, orderId } = await aPayment('less');
    const [first] = (await list({})).rows;
    expect(first).toMatchObject({ id, flag: 'amount', isStuck: false });
    expect((await card('payments_to_look_at'))?.count).toBe(before + 1);
    const settle = (version: number) =>
      world.app.call(settleFlag, {
        as: finance,
        params: { id },
        body: { version, reason: 'Stripe took one halala less; agreed with the trader' },
      });
    const { version } = await show(id);
    expect((await settle(version - 1)).body.code).toBe('STALE_RECORD');
    const { body } = await settle(version);
    expect(body).toMatchObject({
      flag: null,
      settled: [{ flag: 'amount', words: 'Stripe took one halala less; agreed with the trader' }],
    });
    expect((await settle(body.version)).body.code).toBe('WRONG_STATE');
    expect((await card('payments_to_look_at'))?.count).toBe(before);
    await world.app.call(lookAgain, { as: finance, params: { id } });
    await world.follow();
    expect(await world.flagOf(id)).toBeNull();
    const { due } = await world.read(payer, orderId);
    expect(due.minor).toBe(TOTAL);
  });

  it('looks again at once, also at what is long over', async () => {
    const orderId = await world.anOrder(payer);
    const { id, url } = await world.start(payer, orderId);
    await world.person.press(url, 'visa');
    expect((await show(id)).state).toBe('open');
    await world.app.call(lookAgain, { as: finance, params: { id } });
    await world.follow();
    expect((await show(id)).state).toBe('captured');
    await world.control('stripe').twist(await world.refOf(id), 'dispute');
    await world.app.call(lookAgain, { as: finance, params: { id } });
    await world.follow();
    expect((await show(id)).state).toBe('disputed');
  });

  it('shows a dispute with the day until which it is answered, and that it was won', async () => {
    const { id } = await aPayment();
    const told = async (twist: string): Promise<void> => {
      await world.control('stripe').twist(await world.refOf(id), twist);
      await world.app.call(lookAgain, { as: finance, params: { id } });
      await world.follow();
    };
    const open = (await card('disputes_to_answer'))?.count ?? 0;
    await told('dispute');
    const row = (await list({ view: 'disputes' })).rows.find((each) => each.id === id);
    expect(row).toMatchObject({
      state: 'disputed',
      flag: 'dispute',
      dispute: { state: 'open', amount: { minor: TOTAL }, reason: 'product_not_received' },
    });
    expect(Date.parse(row?.dispute?.answerBy ?? '')).toBeGreaterThan(world.app.clock.now().getTime());
    expect((await card('disputes_to_answer'))?.count).toBe(open + 1);
    await told('dispute_won');
    expect(await show(id)).toMatchObject({ state: 'captured', dispute: { state: 'won' } });
    expect((await card('disputes_to_answer'))?.count).toBe(open);
  });

  it('says of each gateway what stands behind it and which methods nobody is offered', async () => {
    const { rows } = (await world.app.call(listGateways, { as: finance })).body;
    expect(rows.map(({ id, country }) => [id, country])).toEqual([
      ['stripe', 'NO'],
      ['noon', 'SA'],
      ['tabby', 'SA'],
      ['tamara', 'SA'],
    ]);
    const stripe = rows[0]?.methods ?? [];
    const reasonOf = (method: string) =>
      stripe.find((each) => each.method === method)?.refusal?.reason ?? null;
    expect([reasonOf('visa'), reasonOf('klarna')]).toEqual([null, null]);
    expect([reasonOf('cashapp'), reasonOf('amazon_pay')]).toEqual(['account_country', 'account_country']);
  });

  it('draws up the evidence for a payer’s bank, and writes the look down', async () => {
    const { id } = await aPayment();
    const answer = await world.app.call(attemptEvidence, { as: finance, params: { id } });
    expect([answer.status, answer.raw.toString('latin1', 0, 5)]).toEqual([200, '%PDF-']);
    const [look] = await world.app.system((tx) =>
      tx.query(`select id from audit_event where event = 'payments.evidence_read' and person_id = $1`, [
        finance.personId,
      ]),
    );
    expect(look).toBeDefined();
  });

  it('tells how to pay also where the order is paid online', async () => {
    const orderId = await world.anOrder(payer);
    await world.app.system((tx) =>
      world.app
        .get(Outbox)
        .record(tx, { type: ORDER_SUBMITTED, companyId: payer.companyId, payload: { orderId } }),
    );
    await world.app.drain();
    const { rows } = (await world.app.call(demoInbox)).body;
    const [newest] = await world.app.system((tx) =>
      tx.query<{ code: string }>('select code from orders where id = $1', [orderId]),
    );
    const mail = rows.find(({ subject }) => subject.includes(newest?.code ?? '?'));
    const { text } = (await world.app.call(demoMail, { params: { id: mail?.id ?? '' } })).body;
    expect(text).toContain('Pay on the page of the order');
    expect(text).not.toContain('IBAN');
  });

  it('reads a page and its counts with two statements of its own, whatever their number', async () => {
    const costs = await world.app.statements(() => list({ view: 'all', limit: 100 }));
    expect(costs.filter((sql) => sql.includes('payment_attempts')).length).toBe(2);
    const first = await list({ view: 'all', limit: 2 });
    const second = await list({ view: 'all', limit: 2, after: first.next ?? '' });
    const all = await list({ view: 'all', limit: 4 });
    expect([...first.rows, ...second.rows].map(({ id }) => id)).toEqual(all.rows.map(({ id }) => id));
    const code = first.rows[0]?.orderCode ?? '';
    expect(
      (await list({ view: 'all', q: code.toLowerCase() })).rows.map(({ orderCode }) => orderCode),
    ).toEqual([code]);
  });
});

describe('a gateway that stops answering', () => {
  it('calls stuck what should have moved, and not who has not paid yet', async () => {
    const orderId = await world.anOrder(payer);
    const waiting = await world.start(payer, orderId);
    const lost = await world.anOrder(payer);
    for (const on of ['changes', 'reads'] as const)
      await world.control('stripe').fault('status_500', { times: 100, on });
    const { body } = await world.ask(payer, lost);
    const stuck = async () => (await list({})).rows.filter(({ isStuck }) => isStuck).map(({ id }) => id);
    await world.sweep((ATTEMPT_STUCK_MINUTES.value - 1) * MINUTE_MS);
    expect(await stuck()).not.toContain(body.live?.id);
    await world.sweep(2 * MINUTE_MS);
    expect(await stuck()).toContain(body.live?.id);
    expect(await stuck()).not.toContain(waiting.id);
  });

  it('hides the methods of a gateway that does not answer, keeps the others, and shows them again', async () => {
    const saudi: Payer = await world.app.aTrader({ country: 'SA' });
    const orderId = await world.anOrder(saudi);
    const refusalOf = async (method: string) => {
      const { body } = await world.app.call(orderPayment, { as: saudi, params: { id: orderId } });
      return body.methods.find((each) => each.method === method)?.refusal?.reason ?? null;
    };
    for (const _ of [1, 2, 3]) await world.sweep();
    const gateways = async () => (await world.app.call(listGateways, { as: finance })).body.rows;
    expect((await gateways()).find(({ id }) => id === 'stripe')).toMatchObject({ state: 'down' });
    expect(await refusalOf('visa')).toBe('gateway_down');
    expect([await refusalOf('mada'), await refusalOf('bank_transfer')]).toEqual([null, null]);
    await world.app.clock.advance(180_000);
    expect(await refusalOf('visa')).toBeNull();
  });
});
