import { describe, expect, it } from '@jest/globals';
import { money, zero } from '../kernel/money';
import { isLarge, TRANSFER_COUNTRY, TWO_PEOPLE_FROM, transferRefusal } from '../payments/payments.rules';
import { putLines } from './ordering.contract';
import { MAX_LINES, MINIMUM_RULE_VERSION, STANDARD_VAT, totalsOf, vatCategoryFor } from './ordering.rules';

const sar = (minor: number) => money(minor, 'SAR');

describe('values of the rules', () => {
  it('are the published ones', () => {
    expect([STANDARD_VAT.value, MINIMUM_RULE_VERSION.value, MAX_LINES.value]).toEqual([1500, 1, 2000]);
  });

  it('tax by place of delivery, once on the sum: three lines of 0.03 give 0.01 of VAT, not 0.00', () => {
    const goods = [sar(3), sar(3), sar(3)].map((net) => ({ net, category: vatCategoryFor('SA') }));
    const totals = totalsOf({ goods, branding: [], shipping: [] }, 'SAR');
    expect([totals.vat, totals.total]).toEqual([sar(1), sar(10)]);
  });

  it('leave exports without VAT', () => {
    const goods = [{ net: sar(10_000), category: vatCategoryFor('NO') }];
    expect(totalsOf({ goods, branding: [], shipping: [] }, 'SAR').vat).toEqual(zero('SAR'));
  });

  it('let a request carry as many lines as the rule says, and not one more', () => {
    const lines = (count: number) => ({
      lines: Array.from({ length: count }, () => ({
        variantId: '0190b1c2-0000-7000-8000-000000000000',
        quantity: 1,
      })),
    });
    expect(putLines.body.safeParse(lines(MAX_LINES.value)).success).toBe(true);
    expect(putLines.body.safeParse(lines(MAX_LINES.value + 1)).success).toBe(false);
  });

  it('open bank transfer to companies of one country', () => {
    expect(transferRefusal(TRANSFER_COUNTRY.value)).toBeNull();
    for (const country of ['NO', 'AE', 'MA']) {
      expect(transferRefusal(country)).toBe('TRANSFER_ONLY_IN_SAUDI_ARABIA');
    }
  });

  it('ask for two people from 20,000.00, and for a short payment of any size', () => {
    expect(isLarge(TWO_PEOPLE_FROM.value)).toBe(true);
    expect(isLarge(sar(TWO_PEOPLE_FROM.value.minor - 1))).toBe(false);
  });
});
