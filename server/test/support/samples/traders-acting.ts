import { CreateDraft } from '../../../src/modules/ordering/app/create-draft';
import type { World } from '../world';
import type { Sample, Samples } from './sample';

const reason = 'Asked for by its owner';

/** A company whom nobody else in the world needs: it is suspended, returned and closed. */
const spares = new WeakMap<World, Promise<{ readonly companyId: string }>>();
const onSpare: Sample = async ({ world }) => {
  const known = spares.get(world) ?? world.app.aTrader();
  spares.set(world, known);
  return { params: { id: (await known).companyId }, body: { reason } };
};

/** A draft as staff prepare it for the company; once taken over it is none any more. */
const aStoreDraft: Sample = async ({ world, company }) => {
  const prepared = { ...company.people.owner.actor, acting: { reason } };
  const { id, version } = await world.app.get(CreateDraft).run(prepared, company.hand.latin('By telephone'));
  return { params: { id }, version };
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
  'ordering.take_over_draft': aStoreDraft,
};
