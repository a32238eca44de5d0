import type { AnswerOf, InputOf } from '@qafila/shared/access/endpoint';
import type { listParcels } from '@qafila/shared/shipping/shipping.contract';
import type { ConsignmentState } from '@qafila/shared/shipping/shipping.lifecycle';
import type { Consignment } from './consignment';

type QueueName = InputOf<typeof listParcels>['query']['state'];

/** States in which a parcel waits for the packer. */
export const UNFINISHED: readonly ConsignmentState[] = ['planned', 'picking', 'packed', 'labelled'];

/** The states that each view of the queue shows. */
export const QUEUES: Readonly<Record<QueueName, readonly ConsignmentState[]>> = {
  todo: UNFINISHED,
  picking: ['picking'],
  packed: ['packed'],
  labelled: ['labelled'],
  on_hold: ['on_hold'],
  handed_over: ['handed_over'],
};

/** A parcel as a row of the queue. */
export const rowOf = (
  parcel: Consignment,
  orderCode: string,
): AnswerOf<typeof listParcels>['rows'][number] => ({
  id: parcel.id,
  parcelCode: parcel.parcelCode,
  orderCode,
  brandCode: parcel.brand.code,
  brandName: parcel.brand.nameLatin,
  state: parcel.state,
  pieces: parcel.pieces,
  index: parcel.position,
  count: parcel.parcelCount,
  confirmedAt: parcel.confirmedAt.toISOString(),
});
