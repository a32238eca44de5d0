import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { getOrder } from '@qafila/shared/ordering/ordering.contract';
import { handOverParcel, scanPiece, startPicking } from '@qafila/shared/shipping/shipping.contract';
import { bookMoney } from '../../payments/testing/payment-world';
import {
  aPaidOrder,
  aParcelWorld,
  aRecipient,
  labelled,
  type ParcelWorld,
  SOAP,
} from '../testing/parcel-world';

jest.setTimeout(120_000);

const TWENTY = Array.from({ length: 20 }, (_, index) => index);
let world: ParcelWorld;
let scanned: string;
let handed: string;
beforeAll(async () => {
  world = await aParcelWorld();
  const { parcelIds } = await aPaidOrder(world, [aRecipient(), aRecipient()]);
  [scanned = '', handed = ''] = parcelIds;
});
afterAll(() => world?.app.close());

describe('twenty at once', () => {
  it('start picking: one takes the parcel in hand', async () => {
    const answers = await Promise.all(
      TWENTY.map(() => world.app.call(startPicking, { as: world.packer, params: { id: scanned } })),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
  });

  it('scan the last piece: one packs it', async () => {
    const answers = await Promise.all(
      TWENTY.map(() =>
        world.app.call(scanPiece, { as: world.packer, params: { id: scanned }, body: { code: SOAP } }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.body.code === 'ALREADY_COMPLETE')).toHaveLength(19);
    const [item] = await world.app.system((tx) =>
      tx.query('select packed, quantity from consignment_items where consignment_id = $1 and packed > 0', [
        scanned,
      ]),
    );
    expect(item).toEqual({ packed: 1, quantity: 1 });
  });

  it('hand over: one carrier gets the parcel, and it is told once', async () => {
    await labelled(world, handed);
    const answers = await Promise.all(
      TWENTY.map((index) =>
        world.app.call(handOverParcel, {
          as: world.packer,
          params: { id: handed },
          body: { carrier: 'smsa', trackingNumber: `SM00000${index}` },
        }),
      ),
    );
    expect(answers.filter((answer) => answer.status === 200)).toHaveLength(1);
    expect(answers.filter((answer) => answer.status === 409)).toHaveLength(19);
    const events = await world.app.system((tx) =>
      tx.query(
        `select 1 from outbox_event where type = 'shipping.consignment_handed_over' and payload->>'consignmentId' = $1`,
        [handed],
      ),
    );
    expect(events).toHaveLength(1);
  });

  it('while its money goes back: one of two parcels left and their order is stopped, or neither', async () => {
    const { app, packer, trader } = world;
    const { companyId } = trader;
    const {
      orderId,
      parcelIds: [id = ''],
    } = await aPaidOrder(world, [aRecipient(), aRecipient()]);
    await labelled(world, id);
    const order = await app.call(getOrder, { as: trader, params: { id: orderId } });
    await bookMoney(app, { companyId, orderId, refunded: order.body.totals.total.minor });
    const body = { carrier: 'smsa', trackingNumber: 'SM000021' } as const;
    const [answer] = await Promise.all([
      app.call(handOverParcel, { as: packer, params: { id }, body }),
      app.drain(),
    ]);
    await app.drain();
    const [row] = await app.system((tx) =>
      tx.query(
        `select o.state, o.stopped_at is not null as stopped, c.state as parcel
         from orders o join consignments c on c.order_id = o.id where o.id = $1 and c.id = $2`,
        [orderId, id],
      ),
    );
    expect([answer.status, row]).toEqual(
      answer.status === 200
        ? [200, { state: 'confirmed', stopped: true, parcel: 'handed_over' }]
        : [409, { state: 'submitted', stopped: false, parcel: 'on_hold' }],
    );
  });
});
