import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { CURRENCIES } from './currency';
import { amountOfDecimal, decimalOf } from './decimal';
import { money } from './money';

describe('decimals of interfaces', () => {
  it.each([
    ['1250.50', 125_050, 'SAR'],
    ['0.05', 5, 'SAR'],
    ['-12.00', -1200, 'SAR'],
    ['1.005', 1005, 'KWD'],
    ['1250', 1250, 'JPY'],
  ] as const)('writes and reads %s', (text, minor, currency) => {
    expect(decimalOf(money(minor, currency))).toBe(text);
    expect(amountOfDecimal(text, currency)).toEqual(money(minor, currency));
  });

  it.each(['', '1,250.50', '1e3', '0x10', ' 1', '1.', '.5', '+1', '1.005', '99999999999999.99'])(
    'does not read %j as SAR',
    (text) => expect(amountOfDecimal(text, 'SAR')).toBeUndefined(),
  );

  it('reads fewer and more decimals when they say the same', () => {
    expect(amountOfDecimal('300', 'SAR')).toEqual(money(30_000, 'SAR'));
    expect(amountOfDecimal('99.5000', 'SAR')).toEqual(money(9950, 'SAR'));
  });

  it('reads back what it writes, for every currency', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -(2 ** 50), max: 2 ** 50 }),
        fc.constantFrom(...CURRENCIES),
        (minor, currency) => {
          const amount = money(minor, currency);
          expect(amountOfDecimal(decimalOf(amount), currency)).toEqual(amount);
        },
      ),
    );
  });
});
