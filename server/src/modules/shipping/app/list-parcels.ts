import { Injectable } from '@nestjs/common';
import type { InputOf, ReplyOf } from '@qafila/shared/access/endpoint';
import type { listParcels } from '@qafila/shared/shipping/shipping.contract';
import { z } from 'zod';
import type { Actor } from '../../../platform/access/actor';
import { staffScope } from '../../../platform/access/scope';
import { UnitOfWork } from '../../../platform/database/unit-of-work';
import { Orders } from '../../ordering/ordering.api';
import { ConsignmentRepository, type QueuePlace } from '../db/consignment.repository';
import { QUEUES, rowOf } from '../domain/queue-row';

const placeSchema = z.tuple([z.iso.datetime(), z.uuid()]);

/** One page of the warehouse's queue. */
@Injectable()
export class ListParcels {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly consignments: ConsignmentRepository,
    private readonly orders: Orders,
  ) {}

  run(actor: Actor, query: InputOf<typeof listParcels>['query']): Promise<ReplyOf<typeof listParcels>> {
    return this.unitOfWork.run(staffScope(actor), async (tx) => {
      const page = { after: placeOf(query.after), limit: query.limit + 1 };
      const found = await this.consignments.queue(tx, QUEUES[query.state], page);
      const shown = found.slice(0, query.limit);
      const orderIds = [...new Set(shown.map((parcel) => parcel.orderId))];
      const orders = await this.orders.factsOf(tx, orderIds);
      const codes = new Map(orders.map((order) => [order.orderId, order.code]));
      const last = found.length > shown.length ? shown.at(-1) : undefined;
      return {
        rows: shown.map((parcel) => rowOf(parcel, codes.get(parcel.orderId) ?? '')),
        next: last ? cursorOf(last) : null,
      };
    });
  }
}

const cursorOf = ({ confirmedAt, id }: QueuePlace): string =>
  Buffer.from(JSON.stringify([confirmedAt.toISOString(), id])).toString('base64url');

/** A cursor that nobody gave out begins at the beginning. */
function placeOf(cursor: string | undefined): QueuePlace | null {
  if (!cursor) return null;
  try {
    const [at, id] = placeSchema.parse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    return { confirmedAt: new Date(at), id };
  } catch {
    return null;
  }
}
