import { describe, expect, it } from '@jest/globals';
import { money } from '@qafila/shared/kernel/money';
import { amountText, typedAmount } from './amount';

describe('a typed amount', () => {
  it.each([
    ['12500', 1_250_000],
    ['12,500.50', 1_250_050],
    ['12 500', 1_250_000],
    ['١٢٬٥٠٠٫٥', 1_250_050],
    ['0.01', 1],
  ])('%s is read to the minor unit', (text, minor) => {
    expect(typedAmount(text, 'SAR')).toEqual(money(minor, 'SAR'));
  });

  it.each(['', '0', '-5', '12.345', 'ten', '1e9'])('%s is no amount', (text) => {
    expect(typedAmount(text, 'SAR')).toBeNull();
  });

  it('stands in its input as it was typed', () => {
    expect(amountText(money(1_250_000, 'SAR'))).toBe('12500');
    expect(amountText(money(1_250_050, 'SAR'))).toBe('12500.50');
    expect(amountText(money(5, 'SAR'))).toBe('0.05');
  });
});
