import type { World } from '../world';
import { onOrder, type Sample, type Samples } from './sample';

const reason = 'Asked for by its owner';

/** A company whom nobody else in the world needs: it is suspended, returned and closed. */
const spares = new WeakMap<World, Promise<{ readonly companyId: string }>>();
const onSpare: Sample = async ({ world }) => {
  const known = spares.get(world) ?? world.app.aTrader();
  spares.set(world, known);
  return { params: { id: (await known).companyId }, body: { reason } };
};

export const tradersActingSamples: Samples = {
  'traders.read': ({ company }) => ({ params: { id: company.companyId } }),
  'traders.suspend': onSpare,
  'traders.activate': onSpare,
  'traders.close': onSpare,
  'traders.begin_acting': ({ company }) => ({
    params: { id: company.companyId },
    body: { code: 'order_help', text: 'Eid boxes by phone' },
  }),
  'ordering.take_over_draft': onOrder('draft'),
};
