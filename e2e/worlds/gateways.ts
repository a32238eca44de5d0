import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { reviewOrder, submitOrder } from '@qafila/shared/ordering/ordering.contract';
import { orderPayment, startPayment } from '@qafila/shared/payments/attempts.contract';
import type { MethodId } from '@qafila/shared/payments/methods';
import { simulatorsOrigin } from './addresses';
import { beginDraft, type WantedLine } from './drafts';
import { call } from './portal-call';

type OnlineMethod = Exclude<MethodId, 'bank_transfer'>;

/** An order placed to be paid on a gateway's page. */
export async function placeOnline(
  trader: APIRequestContext,
  wanted: { readonly name: string; readonly line: WantedLine; readonly method: OnlineMethod },
): Promise<OrderView> {
  const { id, version } = await beginDraft(trader, { name: wanted.name, lines: [wanted.line] });
  const params = { id };
  const { totals } = await call(trader, reviewOrder, { params });
  const body = { expectedTotal: totals.total, method: wanted.method };
  return call(trader, submitOrder, { params, version, body });
}

/** The same, paid by card at once. Returns the id of its attempt too. */
export async function placePaid(
  trader: APIRequestContext,
  wanted: { readonly name: string; readonly line: WantedLine },
): Promise<{ readonly order: OrderView; readonly attemptId: string }> {
  const order = await placeOnline(trader, { ...wanted, method: 'visa' });
  const params = { id: order.id };
  const { due } = await call(trader, orderPayment, { params });
  await call(trader, startPayment, { params, body: { method: 'visa', due } });
  const live = async () => (await call(trader, orderPayment, { params })).live;
  await expect.poll(async () => (await live())?.pageUrl).toMatch(/^http/);
  const { id: attemptId, pageUrl } = (await live()) ?? { id: '', pageUrl: null };
  await trader.post(pageUrl ?? '', { form: { do: 'visa' }, maxRedirects: 0 });
  return { order, attemptId };
}

interface SimulatedSession {
  readonly id: string;
  readonly clientReference: string;
}

/** What the payer's bank does behind our back with a payment at Stripe. */
export async function atStripe(
  request: APIRequestContext,
  attemptId: string,
  twist: 'dispute' | 'dispute_won' | 'dispute_lost',
): Promise<void> {
  const control = `${simulatorsOrigin()}/__sim`;
  const state = (await (await request.get(control)).json()) as {
    readonly stripe: { readonly holds: { readonly sessions: readonly SimulatedSession[] } };
  };
  const session = state.stripe.holds.sessions.find(({ clientReference }) => clientReference === attemptId);
  if (!session) throw new Error('Stripe has no such payment');
  const answer = await request.post(`${control}/stripe/twist`, { data: { ref: session.id, twist } });
  expect(answer.ok()).toBe(true);
}
