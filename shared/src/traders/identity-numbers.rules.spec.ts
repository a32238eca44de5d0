import { describe, expect, it } from '@jest/globals';
import {
  compact,
  EU_COUNTRIES,
  euVat,
  gulfVat,
  hasGulfVat,
  isUnified,
  norwegianNumber,
  norwegianVat,
  saudiVat,
  unifiedNumber,
} from './identity-numbers.rules';

describe('Saudi numbers', () => {
  it.each([
    ['7012345678', '7012345678'],
    ['٧٠١٢٣٤٥٦٧٨', '7012345678'],
    ['701 234 5678', '7012345678'],
    ['1010123456', '1010123456'],
  ])('the unified number %s is %s', (typed, value) => expect(unifiedNumber(typed)).toBe(value));

  it.each(['701234567', '70123456789', '6012345678', '0012345678', '70123A5678', ''])(
    'the unified number is not %s',
    (typed) => expect(unifiedNumber(typed)).toBeUndefined(),
  );

  it('tells the unified number from an older registration', () => {
    expect(isUnified('7012345678')).toBe(true);
    expect(isUnified('1010123456')).toBe(false);
  });

  it.each([
    ['310456789100003', '310456789100003'],
    ['٣١٠٤٥٦٧٨٩١٠٠٠٠٣', '310456789100003'],
  ])('the VAT number %s is %s', (typed, value) => expect(saudiVat(typed)).toBe(value));

  it.each(['210456789100003', '310456789100004', '31045678910003', '3104567891000033'])(
    'the VAT number is not %s',
    (typed) => expect(saudiVat(typed)).toBeUndefined(),
  );
});

describe('numbers of the Gulf states', () => {
  it.each([
    ['AE', '100123456700003'],
    ['BH', '220012345600002'],
    ['OM', 'OM1100000001'],
  ])('%s has %s', (country, value) => expect(gulfVat(value, country)).toBe(value));

  it.each([
    ['AE', '200123456700003'],
    ['OM', '1100000001'],
    ['KW', '100123456700003'],
  ])('%s has not %s', (country, value) => expect(gulfVat(value, country)).toBeUndefined());

  it('knows who has no VAT', () => {
    expect(['AE', 'BH', 'KW', 'OM', 'QA'].filter(hasGulfVat)).toEqual(['AE', 'BH', 'OM']);
  });
});

describe('Norwegian numbers', () => {
  it.each(['923609016', '974760673', '923 456 783'])('%s agrees with its check digit', (typed) =>
    expect(norwegianNumber(typed)).toBe(compact(typed)),
  );

  it.each(['923456781', '123456785', '92345678', '9234567830'])('%s does not', (typed) =>
    expect(norwegianNumber(typed)).toBeUndefined(),
  );

  it.each(['923456783MVA', 'NO 923 456 783 MVA', '٩٢٣٤٥٦٧٨٣ mva'])('%s is a VAT number', (typed) =>
    expect(norwegianVat(typed)).toBe('923456783MVA'),
  );

  it('wants MVA behind the number', () => expect(norwegianVat('923456783')).toBeUndefined());
});

describe('VAT numbers of the Union', () => {
  it.each([
    ['BE', 'BE0411905847'],
    ['DE', 'DE136695976'],
    ['DK', 'DK13585628'],
    ['GR', 'EL094259216'],
    ['FI', 'FI20774740'],
    ['FR', 'FR40303265045'],
    ['IT', 'IT00743110157'],
    ['LU', 'LU15027442'],
    ['PL', 'PL8567346215'],
    ['PT', 'PT501964843'],
    ['SE', 'SE556188840401'],
    ['HR', 'HR33392005961'],
    ['NL', 'NL004495445B01'],
    ['AT', 'ATU13585627'],
  ])('%s: %s, with its letters and without', (country, value) => {
    expect(euVat(value, country)).toBe(value);
    expect(euVat(value.slice(2), country)).toBe(value);
  });

  it.each([
    ['BE', '0411905848'],
    ['DE', '136695977'],
    ['DK', '13585629'],
    ['FI', '20774741'],
    ['FR', '41303265045'],
    ['IT', '00743110158'],
    ['LU', '15027443'],
    ['PL', '8567346216'],
    ['PT', '501964844'],
    ['SE', '556188840501'],
  ])('%s: one wrong digit in %s is found', (country, value) => expect(euVat(value, country)).toBeUndefined());

  it('is of the country that applies', () => {
    expect(euVat('DE136695976', 'BE')).toBeUndefined();
    expect(euVat('GB999999973', 'GB')).toBeUndefined();
    expect(EU_COUNTRIES).toHaveLength(27);
    expect(EU_COUNTRIES).toContain('GR');
  });
});
