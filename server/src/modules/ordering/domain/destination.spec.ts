import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { carriageOf, destinationOf, vatCategoryOf } from './destination';

const order = {
  shipTo: 'warehouse' as const,
  addressCountry: null,
  recipientCount: 3,
  currency: 'SAR' as const,
};
const saudi = { country: 'SA', rateE6: 1_000_000 };

describe('the destination of an order', () => {
  it('is the country of its address, before one is chosen that of the company', () => {
    const norwegian = { ...saudi, country: 'NO' };
    expect(destinationOf(order, norwegian).country).toBe('NO');
    expect(destinationOf({ ...order, addressCountry: 'SA' }, norwegian).country).toBe('SA');
  });

  it('of recipients is Saudi Arabia, wherever the company is established', () => {
    const given = destinationOf({ ...order, shipTo: 'customers' }, { ...saudi, country: 'NO' });
    expect(given).toMatchObject({ country: 'SA', parcels: 3 });
    expect(vatCategoryOf(given)).toBe('standard');
  });
});

describe('carriage', () => {
  const dollars = { ...order, currency: 'USD' as const };

  it.each([
    ['to a warehouse in Saudi Arabia', order, 'SA', money(9_500, 'SAR')],
    ['to a warehouse abroad', order, 'AE', money(48_000, 'SAR')],
    ['to three recipients', { ...order, shipTo: 'customers' as const }, 'SA', money(7_200, 'SAR')],
    [
      'to nobody yet: one parcel',
      { ...order, shipTo: 'customers' as const, recipientCount: 0 },
      'SA',
      money(2_400, 'SAR'),
    ],
  ])('%s', (_, given, country, expected) => {
    expect(carriageOf(destinationOf(given, { ...saudi, country }))).toEqual(expected);
  });

  it('in another currency is converted with the stored rate, up to the minor unit', () => {
    const destination = destinationOf(dollars, { country: 'SA', rateE6: 3_750_000 });
    // 95.00 at 3.75 is 25.333…
    expect(carriageOf(destination)).toEqual(money(2_534, 'USD'));
  });
});
