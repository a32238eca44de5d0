import { describe, expect, it } from '@jest/globals';
import { checkRecipient, fieldsOf, NO_RECIPIENT } from './recipient-fields';

const noor = {
  ...NO_RECIPIENT,
  name: 'نورة العتيبي',
  phone: '٠٥٥ ١٢٣ ٤٥٦٧',
  shortAddress: 'rnbb ٢٣١٢',
  city: 'الرياض',
};

describe('a recipient typed in', () => {
  it('comes out in normal form, Arabic digits and spaces included', () => {
    expect(checkRecipient(noor).recipient).toEqual({
      name: 'نورة العتيبي',
      phone: '+966551234567',
      address: { form: 'short', shortAddress: 'RNBB2312', city: 'الرياض' },
    });
  });

  it('names each wrong field with its own fault', () => {
    const { recipient, faults } = checkRecipient({
      ...noor,
      phone: '05512345',
      shortAddress: 'RRD2929',
      city: '',
    });
    expect(recipient).toBeUndefined();
    expect(faults).toEqual({ phone: 'phone', shortAddress: 'short_address', city: 'required' });
  });

  it('asks for every part of the long form, the unit aside', () => {
    const { faults } = checkRecipient({ ...noor, form: 'parts', buildingNumber: '12' });
    expect(Object.keys(faults).sort()).toEqual([
      'additionalNumber',
      'buildingNumber',
      'district',
      'postalCode',
      'street',
    ]);
  });

  it('can be edited again', () => {
    const { recipient } = checkRecipient(noor);
    if (!recipient) throw new Error('not accepted');
    expect(fieldsOf({ ...recipient, items: [] })).toMatchObject({
      form: 'short',
      shortAddress: 'RNBB2312',
      email: '',
    });
  });
});
