import { type CountryCode, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { asciiDigits, withoutInvisible } from '../kernel/digits';
import type { FieldCode } from '../kernel/field-codes';
import { addMonths, DOCUMENT_VALID_MONTHS } from './application.rules';
import type { FieldCheck, FieldName, FieldSpec, ItemSpec } from './checklist';
import {
  euVat,
  gulfVat,
  norwegianNumber,
  norwegianVat,
  saudiVat,
  unifiedNumber,
} from './identity-numbers.rules';

/** Longest text of one field. */
export const FIELD_LENGTH = 120;

/** Where and when a field is judged. */
export interface FieldPlace {
  readonly country: string;
  /** The calendar day in Riyadh. */
  readonly today: string;
}
type Judged = { readonly value: string } | { readonly code: FieldCode };
export interface FieldFault {
  readonly field: FieldName;
  readonly code: FieldCode;
}
export type FieldValues = Readonly<Partial<Record<FieldName, string>>>;

const tidy = (typed: string): string => withoutInvisible(typed).replace(/\s+/gu, ' ').trim();
const orCode = (value: string | undefined, code: FieldCode): Judged =>
  value === undefined ? { code } : { value };
const shaped =
  (shape: RegExp, code: FieldCode) =>
  (typed: string): Judged => {
    const value = asciiDigits(tidy(typed)).replace(/[\s-]/gu, '').toUpperCase();
    return shape.test(value) ? { value } : { code };
  };

const ARABIC = /\p{Script=Arabic}/u;
const LATIN = /\p{Script=Latin}/u;

/** A name in its own script; digits and signs may stand in it. */
function inScript(typed: string, wanted: RegExp, other: RegExp): boolean {
  const letters = [...typed].filter((sign) => wanted.test(sign)).length;
  return letters >= 2 && !other.test(typed);
}

/** A day as `2026-03-18`, also typed `18/3/2026`; nothing for a day that is none. */
export function readDay(typed: string): string | undefined {
  const text = asciiDigits(tidy(typed));
  const turned = /^(\d{1,2})[./](\d{1,2})[./](\d{4})$/.exec(text);
  const day = turned
    ? `${turned[3]}-${turned[2]?.padStart(2, '0')}-${turned[1]?.padStart(2, '0')}`
    : text.replaceAll('/', '-');
  const moment = new Date(`${day}T00:00:00Z`);
  return /^\d{4}-\d{2}-\d{2}$/.test(day) &&
    !Number.isNaN(moment.getTime()) &&
    moment.toISOString().startsWith(day)
    ? day
    : undefined;
}

function lastConfirmed(typed: string, { today }: FieldPlace): Judged {
  const day = readDay(typed);
  if (day === undefined) return { code: 'date' };
  if (day > today) return { code: 'date_future' };
  return addMonths(day, DOCUMENT_VALID_MONTHS.value) < today ? { code: 'date_old' } : { value: day };
}

function validUntil(typed: string, { today }: FieldPlace): Judged {
  const day = readDay(typed);
  if (day === undefined) return { code: 'date' };
  return day <= today ? { code: 'date_past' } : { value: day };
}

function phone(typed: string, { country }: FieldPlace): Judged {
  const found = parsePhoneNumberFromString(asciiDigits(tidy(typed)), country as CountryCode);
  return orCode(found?.isValid() ? found.number : undefined, 'international_phone');
}

const CHECKS: Readonly<Record<FieldCheck, (typed: string, place: FieldPlace) => Judged>> = {
  text: (typed) => ({ value: tidy(typed) }),
  arabic_name: (typed) => orCode(inScript(typed, ARABIC, LATIN) ? tidy(typed) : undefined, 'arabic_letters'),
  latin_name: (typed) => orCode(inScript(typed, LATIN, ARABIC) ? tidy(typed) : undefined, 'latin_letters'),
  phone,
  unified_number: (typed) => orCode(unifiedNumber(typed), 'unified_number'),
  saudi_vat: (typed) => orCode(saudiVat(typed), 'vat_number'),
  gulf_vat: (typed, { country }) => orCode(gulfVat(typed, country), 'vat_gulf'),
  org_number: (typed) => orCode(norwegianNumber(typed), 'org_number'),
  norwegian_vat: (typed) => orCode(norwegianVat(typed), 'vat_norway'),
  eu_vat: (typed, { country }) => orCode(euVat(typed, country), 'vat_union'),
  registration_number: (typed) => {
    const value = asciiDigits(tidy(typed)).toUpperCase();
    return /^[\p{L}\d][\p{L}\d /.-]{2,29}$/u.test(value) ? { value } : { code: 'register_number' };
  },
  last_confirmed: lastConfirmed,
  valid_until: validUntil,
  short_address: shaped(/^[A-Z]{4}\d{4}$/, 'short_address'),
  building_number: shaped(/^\d{4}$/, 'building_number'),
  postal_code: shaped(/^\d{5}$/, 'postal_code'),
  additional_number: shaped(/^\d{4}$/, 'additional_number'),
};

/** One field as it will be kept, or what is wrong with it. An empty optional field is right. */
export function judgeField(field: FieldSpec, typed: string | undefined, place: FieldPlace): Judged {
  const text = typed ?? '';
  if (tidy(text) === '') return field.isOptional ? { value: '' } : { code: 'required' };
  if (tidy(text).length > FIELD_LENGTH) return { code: 'too_long' };
  return CHECKS[field.check](text, place);
}

export interface JudgedItem {
  readonly values: FieldValues;
  readonly faults: readonly FieldFault[];
  /** The document that the item needs is not there. */
  readonly lacksFile: boolean;
  readonly isEmpty: boolean;
}

/** An item as it will be kept, with everything that is wrong with it. Pure. */
export function judgeItem(
  item: ItemSpec,
  given: { readonly values: FieldValues; readonly hasFile: boolean },
  place: FieldPlace,
): JudgedItem {
  const values: Partial<Record<FieldName, string>> = {};
  const faults: FieldFault[] = [];
  for (const field of item.fields) {
    const typed = given.values[field.name];
    const judged = judgeField(field, typed, place);
    if ('code' in judged) faults.push({ field: field.name, code: judged.code });
    const kept = 'value' in judged ? judged.value : tidy(typed ?? '');
    if (kept !== '') values[field.name] = kept;
  }
  const isEmpty = Object.keys(values).length === 0 && !given.hasFile;
  return { values, faults, lacksFile: item.file === 'needed' && !given.hasFile, isEmpty };
}

/** When the document of an item is confirmed next; nothing for items without a date. */
export function confirmByOf(item: ItemSpec, values: FieldValues): string | undefined {
  const day = item.dated && values[item.dated];
  if (!day) return undefined;
  return item.dated === 'validUntil' ? day : addMonths(day, DOCUMENT_VALID_MONTHS.value);
}
