import { GOODS } from '../world-company';
import { aRecipient } from '../world-orders';
import { firstOf, onOrder, type SampleAt, type Samples } from './sample';

const lines = ({ company }: SampleAt): object => ({
  lines: [
    { variantId: GOODS.dressed, quantity: 2, pack: 'private_label', specId: company.specId },
    { variantId: GOODS.plain, quantity: 1, pack: 'neutral' },
  ],
});

async function totalOf({ world, company }: SampleAt): Promise<object> {
  const { total_minor } = await firstOf<{ total_minor: string }>(
    world.app,
    'select total_minor from orders where id = $1',
    [company.orders.draft],
  );
  return { expectedTotal: { minor: Number(total_minor), currency: 'SAR' }, method: 'bank_transfer' };
}

export const orderingSamples: Samples = {
  'ordering.create_draft': ({ company }) => ({ body: { name: company.hand.latin('Autumn') } }),
  'ordering.get': onOrder('confirmed'),
  'ordering.edit_draft': onOrder('draft', ({ company }) => ({
    shipTo: 'customers',
    addressId: company.addressId,
    brandProfileId: company.brandId,
  })),
  'ordering.put_lines': onOrder('draft', lines),
  'ordering.put_recipients': onOrder('draft', ({ company }) => ({ recipients: [aRecipient(company, 0)] })),
  'ordering.review': onOrder('draft'),
  'ordering.submit': onOrder('draft', totalOf),
  'ordering.cancel': onOrder('submitted'),
  'ordering.propose_reorder': onOrder('confirmed'),
  'ordering.reorder': onOrder('confirmed', () => ({ lines: [{ variantId: GOODS.dressed, quantity: 3 }] })),
};
