import { PACKAGING_GRAMS } from '@qafila/shared/shipping/shipping.rules';
import { firstOf, onOrder, onParcel, type SampleAt, type Samples } from './sample';

async function weightOf({ world, company }: SampleAt): Promise<object> {
  const { goods_grams } = await firstOf<{ goods_grams: number }>(
    world.app,
    'select goods_grams from consignments where id = $1',
    [company.parcels.full],
  );
  return { weightGrams: goods_grams + PACKAGING_GRAMS };
}

export const shippingSamples: Samples = {
  'shipping.parcel': onParcel('planned'),
  'shipping.start_picking': onParcel('planned'),
  'shipping.scan_piece': onParcel('picking', () => ({ code: 'ARG-100' })),
  'shipping.pack': onParcel('full', weightOf),
  'shipping.label': onParcel('packed'),
  'shipping.document': ({ company }) => ({ params: { id: company.parcels.handed_over, kind: 'slip' } }),
  'shipping.parcel_logo': onParcel('planned'),
  'shipping.hand_over': onParcel('labelled', () => ({ carrier: 'smsa', trackingNumber: 'SM0000042' })),
  'shipping.order_consignments': onOrder('confirmed'),
  'shipping.consignment_slip': onParcel('handed_over'),
};
