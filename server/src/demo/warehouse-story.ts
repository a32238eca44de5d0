import type { INestApplicationContext } from '@nestjs/common';
import { HandOverParcel } from '../modules/shipping/app/hand-over-parcel';
import { LabelParcel } from '../modules/shipping/app/label-parcel';
import { PackParcel } from '../modules/shipping/app/pack-parcel';
import { ScanPiece } from '../modules/shipping/app/scan-piece';
import { StartPicking } from '../modules/shipping/app/start-picking';
import { systemScope } from '../platform/access/scope';
import { UnitOfWork } from '../platform/database/unit-of-work';
import type { Cast } from './cast';

const PACKER = 'khalid@qafila.example';

/** Packs and labels the parcels of an order but the last few. Returns the ids of those that are ready to go. */
export async function packAll(
  app: INestApplicationContext,
  cast: Cast,
  given: { orderId: string; leave: number },
): Promise<string[]> {
  const rows = await app
    .get(UnitOfWork)
    .run(systemScope('demo world'), (tx) =>
      tx.query<{ id: string }>('select id from consignments where order_id = $1 order by position', [
        given.orderId,
      ]),
    );
  const ids = rows.map((row) => row.id).slice(0, Math.max(rows.length - given.leave, 0));
  for (const id of ids) await packOne(app, cast, id);
  return ids;
}

async function packOne(app: INestApplicationContext, cast: Cast, id: string): Promise<void> {
  const khalid = cast.as(PACKER);
  let parcel = await app.get(StartPicking, { strict: false }).run(khalid, id);
  for (const item of parcel.items) {
    for (let piece = 0; piece < item.quantity; piece += 1) {
      parcel = await app.get(ScanPiece, { strict: false }).run(khalid, id, item.gtin);
    }
  }
  await app.get(PackParcel, { strict: false }).run(khalid, id, parcel.weight.expected);
  await app.get(LabelParcel, { strict: false }).run(khalid, id);
}

/** Gives parcels to the carrier. */
export async function handOver(
  app: INestApplicationContext,
  cast: Cast,
  ids: readonly string[],
): Promise<void> {
  for (const [index, id] of ids.entries()) {
    await app
      .get(HandOverParcel, { strict: false })
      .run(cast.as(PACKER), id, { carrier: 'aramex', trackingNumber: `3480017${25 + index}61` });
  }
}
