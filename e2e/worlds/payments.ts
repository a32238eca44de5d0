import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import type { OrderView } from '@qafila/shared/ordering/order-views';
import { getOrder } from '@qafila/shared/ordering/ordering.contract';
import { confirmMatches, reviewMatches, transferDesk } from '@qafila/shared/payments/desk.contract';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import { freshCode, PEOPLE } from './people';
import { call } from './portal-call';

/** The demo bank's statement of today, imported by whoever is signed in. */
export async function importToday(finance: APIRequestContext): Promise<void> {
  const file = String(await call(finance, demoStatement));
  await call(finance, importStatement, { file });
}

/** The exact line of one order, confirmed by Farah with one fresh code; below SAR 20,000 that books it. */
export async function confirmPayment(finance: APIRequestContext, orderId: string): Promise<void> {
  const { rows } = await call(finance, transferDesk, { query: { view: 'open' } });
  const match = rows.flatMap((row) => row.matches).find(({ order }) => order?.id === orderId);
  if (!match) throw new Error(`No line on the desk pays order ${orderId}`);
  const matches = [{ matchId: match.id, version: match.version }];
  const { hash } = await call(finance, reviewMatches, { body: { matches } });
  const code = await freshCode(finance, PEOPLE.farah);
  await call(finance, confirmMatches, { body: { hash, matches }, freshCode: code });
}

/** Waits until the worker told the order that its money came. */
export async function untilConfirmed(trader: APIRequestContext, id: string): Promise<OrderView> {
  const read = () => call(trader, getOrder, { params: { id } });
  await expect.poll(async () => (await read()).state, { timeout: 45_000 }).toBe('confirmed');
  return read();
}
