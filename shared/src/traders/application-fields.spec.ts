import { describe, expect, it } from '@jest/globals';
import { isFieldCode } from '../kernel/field-codes';
import { sendingBlockers, stageOf, unfinishedItems } from './application-blockers';
import { confirmByOf, type FieldPlace, judgeField, judgeItem, readDay } from './application-fields';
import { checklistOf, type FieldCheck, type ItemKind, type ItemSpec, itemSpecOf } from './checklist';

const SA: FieldPlace = { country: 'SA', today: '2026-11-22' };
const judged = (check: FieldCheck, typed: string, place: FieldPlace = SA) =>
  judgeField({ name: 'number', check }, typed, place);
const specOf = (country: string, kind: ItemKind): ItemSpec => {
  const spec = itemSpecOf(country, kind);
  if (!spec) throw new Error(`${country} has no ${kind}`);
  return spec;
};

describe('checklist', () => {
  const kinds = (country: string): string[] => checklistOf(country).map((item) => item.kind);

  it('asks each country for its own papers', () => {
    expect(kinds('SA')).toEqual([
      'contact',
      'legal_name',
      'unified_number',
      'vat_number',
      'national_address',
      'trade_terms',
    ]);
    expect(kinds('AE')).toContain('trade_licence');
    expect(kinds('AE')).toContain('vat_number');
    expect(kinds('KW')).not.toContain('vat_number');
    expect(kinds('NO')).toContain('org_number');
    expect(kinds('DE')).toContain('registration');
    expect(kinds('MA')).not.toContain('vat_number');
  });

  it.each(['SA', 'AE', 'QA', 'NO', 'FR', 'US'])(
    '%s accepts the terms, and confirms one document',
    (country) => {
      expect(kinds(country).at(-1)).toBe('trade_terms');
      expect(checklistOf(country).filter((item) => item.dated)).toHaveLength(1);
    },
  );
});

describe('a field', () => {
  it.each<[FieldCheck, string, string]>([
    ['arabic_name', '  مؤسسة   روابي ', 'مؤسسة روابي'],
    ['latin_name', 'Rawabi Hospitality Est.', 'Rawabi Hospitality Est.'],
    ['phone', '٠٥٥ ١٢٣ ٤٥٦٧', '+966551234567'],
    ['short_address', 'rnbb ٢٣١٢', 'RNBB2312'],
    ['building_number', '٢٣١٢', '2312'],
    ['postal_code', '12333', '12333'],
    ['last_confirmed', '18/3/2026', '2026-03-18'],
    ['last_confirmed', '٢٠٢٦-٠٣-١٨', '2026-03-18'],
    ['valid_until', '2027-01-01', '2027-01-01'],
    ['registration_number', 'hrb 86891', 'HRB 86891'],
  ])('%s takes %s', (check, typed, value) => expect(judged(check, typed)).toEqual({ value }));

  it.each<[FieldCheck, string, string]>([
    ['arabic_name', 'Rawabi', 'arabic_letters'],
    ['latin_name', 'مؤسسة روابي', 'latin_letters'],
    ['phone', '12', 'international_phone'],
    ['short_address', 'RNB2312', 'short_address'],
    ['building_number', '231', 'building_number'],
    ['postal_code', '1233', 'postal_code'],
    ['last_confirmed', '2026-02-30', 'date'],
    ['last_confirmed', '2026-11-23', 'date_future'],
    ['last_confirmed', '2025-11-21', 'date_old'],
    ['valid_until', '2026-11-22', 'date_past'],
    ['unified_number', '123', 'unified_number'],
    ['registration_number', 'x', 'register_number'],
    ['text', '', 'required'],
    ['text', 'x'.repeat(121), 'too_long'],
  ])('%s refuses %s with what to do: %s', (check, typed, code) => {
    expect(judged(check, typed)).toEqual({ code });
    expect(isFieldCode(code)).toBe(true);
  });

  it('that is optional may be empty and not wrong', () => {
    expect(judgeField({ name: 'jobTitle', check: 'text', isOptional: true }, ' ', SA)).toEqual({ value: '' });
    expect(judgeField({ name: 'shortAddress', check: 'short_address', isOptional: true }, 'x', SA)).toEqual({
      code: 'short_address',
    });
  });

  it('reads days of the calendar only', () => {
    expect(readDay('2024-02-29')).toBe('2024-02-29');
    expect(readDay('2026-02-29')).toBeUndefined();
    expect(readDay('soon')).toBeUndefined();
  });
});

describe('an item', () => {
  const number = specOf('SA', 'unified_number');

  it('keeps what is wrong as it was typed, and says where', () => {
    const found = judgeItem(number, { values: { number: '70123', confirmedOn: '' }, hasFile: false }, SA);
    expect(found.values).toEqual({ number: '70123' });
    expect(found.faults).toEqual([
      { field: 'number', code: 'unified_number' },
      { field: 'confirmedOn', code: 'required' },
    ]);
    expect(found.lacksFile).toBe(true);
  });

  it('knows when its document is confirmed next', () => {
    expect(confirmByOf(number, { confirmedOn: '2026-03-18' })).toBe('2027-03-18');
    expect(confirmByOf(number, { confirmedOn: '2024-02-29' })).toBe('2025-02-28');
    expect(confirmByOf(specOf('AE', 'trade_licence'), { validUntil: '2027-01-01' })).toBe('2027-01-01');
    expect(confirmByOf(specOf('SA', 'vat_number'), { number: '3' })).toBeUndefined();
  });
});

describe('sending', () => {
  const given = { ...SA, hasTerms: false };
  const item = { kind: 'unified_number' as const, hasFile: true, verdict: 'open' as const, isChanged: false };
  const right = { ...item, values: { number: '7012345678', confirmedOn: '2026-03-18' } };

  it('stands on every item that is not accepted', () => {
    expect(stageOf({ ...item, hasFile: false, values: {} }, given)).toBe('empty');
    expect(stageOf({ ...item, values: { number: '7' } }, given)).toBe('begun');
    expect(stageOf(right, given)).toBe('complete');
    expect(stageOf({ ...right, verdict: 'change_asked' }, given)).toBe('asked');
    expect(stageOf({ ...right, verdict: 'change_asked', isChanged: true }, given)).toBe('complete');
    expect(stageOf({ ...item, values: {}, verdict: 'accepted' }, given)).toBe('accepted');
    expect(unfinishedItems([right, { ...right, verdict: 'change_asked' }], given)).toEqual([
      'unified_number',
    ]);
  });

  it('wants the terms where they are on the list', () => {
    expect(sendingBlockers({ unfinished: 2, needsTerms: true, hasTerms: false })).toEqual([
      'APPLICATION_INCOMPLETE',
      'TERMS_NOT_ACCEPTED',
    ]);
    expect(sendingBlockers({ unfinished: 0, needsTerms: false, hasTerms: false })).toEqual([]);
  });
});
