import { EU_COUNTRIES, hasGulfVat } from './identity-numbers.rules';

/** What an item of an application is about. */
export const ITEM_KINDS = [
  'contact',
  'legal_name',
  'unified_number',
  'trade_licence',
  'org_number',
  'registration',
  'vat_number',
  'national_address',
  'business_address',
  'trade_terms',
] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];
export const isItemKind = (value: string): value is ItemKind => ITEM_KINDS.some((kind) => kind === value);

export const FIELD_NAMES = [
  'contactName',
  'jobTitle',
  'phone',
  'nameArabic',
  'nameLatin',
  'number',
  'confirmedOn',
  'issuedOn',
  'validUntil',
  'shortAddress',
  'buildingNumber',
  'street',
  'district',
  'city',
  'postalCode',
  'additionalNumber',
  'addressLine',
  'postcode',
] as const;
export type FieldName = (typeof FIELD_NAMES)[number];

/** How a field is judged; each name is also the key of the sentence that says what fits. */
export type FieldCheck =
  | 'text'
  | 'arabic_name'
  | 'latin_name'
  | 'phone'
  | 'unified_number'
  | 'saudi_vat'
  | 'gulf_vat'
  | 'org_number'
  | 'norwegian_vat'
  | 'eu_vat'
  | 'registration_number'
  | 'last_confirmed'
  | 'valid_until'
  | 'short_address'
  | 'building_number'
  | 'postal_code'
  | 'additional_number';

export interface FieldSpec {
  readonly name: FieldName;
  readonly check: FieldCheck;
  readonly isOptional?: true;
}
export interface ItemSpec {
  readonly kind: ItemKind;
  readonly fields: readonly FieldSpec[];
  readonly file: 'needed' | 'optional' | 'none';
  /** The field that says when the document is confirmed next. */
  readonly dated?: 'confirmedOn' | 'issuedOn' | 'validUntil';
}

const need = (name: FieldName, check: FieldCheck = 'text'): FieldSpec => ({ name, check });
const may = (name: FieldName, check: FieldCheck = 'text'): FieldSpec => ({ name, check, isOptional: true });

const CONTACT: ItemSpec = {
  kind: 'contact',
  file: 'none',
  fields: [need('contactName'), may('jobTitle'), need('phone', 'phone')],
};
const NAME_BOTH: ItemSpec = {
  kind: 'legal_name',
  file: 'none',
  fields: [need('nameArabic', 'arabic_name'), need('nameLatin', 'latin_name')],
};
const NAME_LATIN: ItemSpec = {
  kind: 'legal_name',
  file: 'none',
  fields: [need('nameLatin', 'latin_name'), may('nameArabic', 'arabic_name')],
};
const BUSINESS_ADDRESS: ItemSpec = {
  kind: 'business_address',
  file: 'none',
  fields: [need('addressLine'), may('postcode'), need('city')],
};
const TERMS: ItemSpec = { kind: 'trade_terms', file: 'none', fields: [] };

const SAUDI: readonly ItemSpec[] = [
  CONTACT,
  NAME_BOTH,
  {
    kind: 'unified_number',
    file: 'needed',
    dated: 'confirmedOn',
    fields: [need('number', 'unified_number'), need('confirmedOn', 'last_confirmed')],
  },
  { kind: 'vat_number', file: 'needed', fields: [need('number', 'saudi_vat')] },
  {
    kind: 'national_address',
    file: 'none',
    fields: [
      may('shortAddress', 'short_address'),
      need('buildingNumber', 'building_number'),
      need('street'),
      need('district'),
      need('city'),
      need('postalCode', 'postal_code'),
      need('additionalNumber', 'additional_number'),
    ],
  },
  TERMS,
];
const LICENCE: ItemSpec = {
  kind: 'trade_licence',
  file: 'needed',
  dated: 'validUntil',
  fields: [need('number', 'registration_number'), need('validUntil', 'valid_until')],
};
const GULF_VAT_ITEM: ItemSpec = { kind: 'vat_number', file: 'needed', fields: [need('number', 'gulf_vat')] };
const GULF: readonly ItemSpec[] = [CONTACT, NAME_BOTH, LICENCE, GULF_VAT_ITEM, BUSINESS_ADDRESS, TERMS];
const REGISTRATION: ItemSpec = {
  kind: 'registration',
  file: 'needed',
  dated: 'issuedOn',
  fields: [need('number', 'registration_number'), need('issuedOn', 'last_confirmed')],
};
const NORWAY: readonly ItemSpec[] = [
  CONTACT,
  NAME_LATIN,
  {
    kind: 'org_number',
    file: 'needed',
    dated: 'issuedOn',
    fields: [need('number', 'org_number'), need('issuedOn', 'last_confirmed')],
  },
  { kind: 'vat_number', file: 'none', fields: [need('number', 'norwegian_vat')] },
  BUSINESS_ADDRESS,
  TERMS,
];
const UNION: readonly ItemSpec[] = [
  CONTACT,
  NAME_LATIN,
  REGISTRATION,
  { kind: 'vat_number', file: 'optional', fields: [need('number', 'eu_vat')] },
  BUSINESS_ADDRESS,
  TERMS,
];
const OTHER: readonly ItemSpec[] = [CONTACT, NAME_LATIN, REGISTRATION, BUSINESS_ADDRESS, TERMS];

/** The Gulf states beside Saudi Arabia. */
export const GULF_COUNTRIES = ['AE', 'BH', 'KW', 'OM', 'QA'] as const;
const isGulf = (country: string): boolean => GULF_COUNTRIES.some((each) => each === country);

/** What a company of a country shows before its account is opened. Kuwait and Qatar have no VAT. */
export function checklistOf(country: string): readonly ItemSpec[] {
  if (country === 'SA') return SAUDI;
  if (isGulf(country)) return hasGulfVat(country) ? GULF : GULF.filter((item) => item !== GULF_VAT_ITEM);
  if (country === 'NO') return NORWAY;
  return EU_COUNTRIES.includes(country) ? UNION : OTHER;
}

/** One item of a country's list. */
export const itemSpecOf = (country: string, kind: ItemKind): ItemSpec | undefined =>
  checklistOf(country).find((item) => item.kind === kind);

/** Items whose document is confirmed again from time to time. */
export const datedItemsOf = (country: string): readonly ItemSpec[] =>
  checklistOf(country).filter((item) => item.dated !== undefined);
