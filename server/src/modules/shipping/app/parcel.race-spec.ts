import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import { handOverParcel, scanPiece, startPicking } from '@qafila/shared/shipping/shipping.contract';
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
});
