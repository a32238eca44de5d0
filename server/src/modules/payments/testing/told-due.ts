import { getOrder } from '@qafila/shared/ordering/ordering.contract';
import { orderPayment } from '@qafila/shared/payments/attempts.contract';
import { dueOrders } from '@qafila/shared/payments/books.contract';
import { getTransferInstruction } from '@qafila/shared/payments/payments.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { Orders } from '../../ordering/ordering.api';

/** What an order needs, in halalas, and how it stands. Throws where it is not told alike wherever it is told. */
export async function toldDue(app: TestApp, trader: TestPerson, orderId: string) {
  const given = { as: trader, params: { id: orderId } };
  const order = (await app.call(getOrder, given)).body;
  const pay = (await app.call(orderPayment, given)).body;
  const transfer = (await app.call(getTransferInstruction, given)).body;
  const books = (await app.call(dueOrders, { as: trader, query: { limit: 100 } })).body.rows;
  const [facts] = await app.system((tx) => app.get(Orders).factsOf(tx, [orderId]));
  const listed = books.find((row) => row.order.id === orderId);
  const told = [pay.due, transfer.due, facts?.due, listed?.due].map((amount) => amount?.minor ?? 0);
  const [due] = told;
  if (new Set(told).size !== 1 || order.payment !== transfer.payment)
    throw new Error(`told ${told.join(', ')}; ${order.payment}, ${transfer.payment}`);
  return { due, state: order.state, payment: order.payment, transfer: transfer.state };
}
