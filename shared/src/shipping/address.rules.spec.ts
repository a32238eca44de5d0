import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { addressLines, nationalAddressSchema, saudiMobile, saudiMobileSchema } from './address.rules';

describe('a Saudi mobile number', () => {
  it.each([
    '0551234567',
    '055 123 4567',
    '+966551234567',
    '+966 55 123 4567',
    '00966551234567',
    '966551234567',
    '551234567',
    '٠٥٥ ١٢٣ ٤٥٦٧',
    '+٩٦٦٥٥١٢٣٤٥٦٧',
    '۰۵۵۱۲۳۴۵۶۷',
    '\u200e055-123-4567\u200e',
    '  0551234567 ',
  ])('%p is +966551234567', (typed) => {
    expect(saudiMobile(typed)).toBe('+966551234567');
  });

  it.each([
    ['a landline', '0112345678'],
    ['too short', '055123456'],
    ['too long', '05512345678'],
    ['of another country', '+971501234567'],
    ['Norwegian', '+4791234567'],
    ['words', 'not a number'],
    ['nothing', ''],
  ])('is not %s', (_, typed) => {
    expect(saudiMobile(typed)).toBeUndefined();
  });

  it('is refused with its code, an empty one as missing', () => {
    expect(saudiMobileSchema.safeParse('0112345678').error?.issues.map((issue) => issue.message)).toEqual([
      'phone',
    ]);
    expect(saudiMobileSchema.safeParse('').error?.issues[0]?.message).toBe('required');
  });

  it('reads the same in both sets of digits', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^05[034589]\d{7}$/), (typed) => {
        const arabic = typed.replace(/\d/g, (digit) => String.fromCodePoint(0x0660 + Number(digit)));
        expect(saudiMobile(arabic)).toBe(saudiMobile(typed));
      }),
    );
  });
});

describe('a national address', () => {
  const parts = {
    form: 'parts' as const,
    buildingNumber: '٦٢١٨',
    street: 'King Fahd Road',
    district: 'Al Olaya',
    city: 'Riyadh',
    postalCode: '14317',
    additionalNumber: '3095',
  };

  it('in its short form is four letters and four digits, however they are typed', () => {
    for (const typed of ['RRRD2929', 'rrrd2929', 'RRRD 2929', 'rrrd-٢٩٢٩', '\u200fRRRD2929'])
      expect(nationalAddressSchema.parse({ form: 'short', shortAddress: typed, city: 'Riyadh' })).toEqual({
        form: 'short',
        shortAddress: 'RRRD2929',
        city: 'Riyadh',
      });
  });

  it.each(['RRD2929', 'RRRD292', 'RRRRD2929', '2929RRRD', ''])('%p is no short address', (shortAddress) => {
    const { error } = nationalAddressSchema.safeParse({ form: 'short', shortAddress, city: 'Riyadh' });
    expect(error?.issues.map((issue) => issue.message)).toEqual(['short_address']);
  });

  it('in parts reads Arabic-Indic digits', () => {
    expect(nationalAddressSchema.parse(parts)).toEqual({ ...parts, buildingNumber: '6218' });
  });

  it.each([
    ['buildingNumber', '621', 'building_number'],
    ['postalCode', '143177', 'postal_code'],
    ['additionalNumber', '30a5', 'additional_number'],
    ['street', ' ', 'required'],
    ['district', '', 'required'],
    ['city', 'x'.repeat(61), 'too_long'],
  ])('with %s %p is refused as %s', (field, value, code) => {
    const { error } = nationalAddressSchema.safeParse({ ...parts, [field]: value });
    expect(error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual([[field, code]]);
  });

  it('takes no field it does not know', () => {
    expect(nationalAddressSchema.safeParse({ ...parts, country: 'SA' }).success).toBe(false);
  });

  it('prints in the order of the Saudi post', () => {
    expect(addressLines({ ...parts, buildingNumber: '6218', unit: '12' })).toEqual([
      '6218 King Fahd Road, 12',
      'Al Olaya',
      'Riyadh 14317-3095',
    ]);
    expect(addressLines({ form: 'short', shortAddress: 'RRRD2929', city: 'الرياض' })).toEqual([
      'RRRD2929',
      'الرياض',
    ]);
  });
});
