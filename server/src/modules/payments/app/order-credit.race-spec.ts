import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { cancelOrder } from '@qafila/shared/ordering/ordering.contract';
import { doneOrWaiting } from '../../../../test/support/lock-wait';
import { outcome } from '../../../../test/support/outcome';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { aDraft, aShop, stockUp, submit } from '../../ordering/testing/a-draft';
import { deskLines, importEntries, pays, reviewOf } from '../testing/payment-world';
import { ConfirmMatches } from './confirm-matches';

let app: TestApp;
let finance: TestPerson;

beforeAll(async () => {
  app = await aShop();
  finance = await app.aStaff('finance');
});
afterAll(() => app.close());

describe('cancelling an order whose transfer is being confirmed', () => {
  /** Orders of a trader with the exact transfer of each as the desk shows it. */
  async function transferred(count: number) {
    const trader = await app.aTrader();
    await stockUp(app, 'ARG-100', { onHand: 10_000 });
    const orders = [];
    for (let at = 0; at < count; at += 1) {
      const { body } = await submit(app, trader, await aDraft(app, trader, { 'ARG-100': 180 }));
      const [row] = await app.system((tx) =>
        tx.query<{ reference: string }>('select reference from transfer_instructions where order_id = $1', [
          body.id,
        ]),
      );
      orders.push({
        id: body.id,
        version: body.version,
        total: body.totals.total,
        reference: row?.reference ?? '',
      });
    }
    const entries = orders.map(({ total, reference }) => ({ amount: decimalOf(total), text: reference }));
    await importEntries(app, { as: finance, entries });
    const lines = await deskLines(app, finance);
    const confirms = [];
    for (const { id } of orders) {
      const { hash, matches } = await reviewOf(app, finance, lines.filter(pays(id)));
      confirms.push(() => outcome(app.get(ConfirmMatches).run(app.actorOf(finance), { hash, matches })));
    }
    const cancels = orders.map(
      ({ id, version }) =>
        () =>
          app.call(cancelOrder, { as: trader, params: { id }, version }),
    );
    return { orders, confirms, cancels };
  }
  const stateOf = async (orderId: string) => {
    const [row] = await app.system((tx) =>
      tx.query<{ state: string; paid: string }>(
        `select o.state, coalesce((select -sum(p.amount_minor) from ledger_postings p
           join ledger_entries e on e.company_id = p.company_id and e.id = p.entry_id
           where e.order_id = o.id and p.account = 'order'), 0) as paid from orders o where o.id = $1`,
        [orderId],
      ),
    );
    return { state: row?.state, paid: Number(row?.paid) };
  };

  it('waits for the confirmation and is refused', async () => {
    const { orders, confirms, cancels } = await transferred(1);
    const [order, confirm, cancel] = [orders[0], confirms[0], cancels[0]];
    if (!order || !confirm || !cancel) throw new Error('no order');
    let begin = (): void => undefined;
    const begun = new Promise<void>((resolve) => {
      begin = resolve;
    });
    // Promised out here: begun inside, it would join the transaction that confirms.
    const cancelling = begun.then(cancel);
    await app.system(async () => {
      expect(await confirm()).toBe('done');
      begin();
      await doneOrWaiting(app, cancelling);
    });
    expect((await cancelling).body.code).toBe('ORDER_HAS_MONEY');
    await app.drain();
    expect(await stateOf(order.id)).toEqual({ state: 'confirmed', paid: order.total.minor });
  });

  it('at once, many times over, leaves no money on a cancelled order', async () => {
    const { orders, confirms, cancels } = await transferred(16);
    const work = orders.flatMap((_, at) => {
      const both = [confirms[at], cancels[at]];
      return at % 2 ? both : both.toReversed();
    });
    await Promise.all(work.map((each) => each?.()));
    await app.drain();
    for (const { id, total } of orders) {
      const { state, paid } = await stateOf(id);
      expect([state, paid]).toEqual(state === 'cancelled' ? ['cancelled', 0] : ['confirmed', total.minor]);
    }
  });
});
