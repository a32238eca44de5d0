import type { WordsFor } from './rule';

/** Codes of single-field problems with their sentences; zod refinements name them as their message. */
export const FIELD_CODES = [
  'required',
  'invalid',
  'too_short',
  'too_long',
  'too_small',
  'too_big',
  'unknown',
  'phone',
  'short_address',
  'building_number',
  'postal_code',
  'additional_number',
  'email',
  'step',
  'minimum_quantity',
  'iban',
] as const;
export type FieldCode = (typeof FIELD_CODES)[number];
export const isFieldCode = (value: string): value is FieldCode => FIELD_CODES.some((code) => code === value);

export const FIELD_WORDS: WordsFor<FieldCode> = {
  required: { en: 'Fill this in.', ar: 'املأ هذا الحقل.', no: 'Fyll ut dette.', fr: 'À remplir.' },
  invalid: {
    en: 'Check this value.',
    ar: 'راجع هذه القيمة.',
    no: 'Se over denne verdien.',
    fr: 'Vérifiez cette valeur.',
  },
  too_short: {
    en: 'Use at least {minimum} characters.',
    ar: 'استخدم {minimum} أحرف على الأقل.',
    no: 'Bruk minst {minimum} tegn.',
    fr: 'Au moins {minimum} caractères.',
  },
  too_long: {
    en: 'Use at most {maximum} characters.',
    ar: 'استخدم {maximum} حرفًا على الأكثر.',
    no: 'Bruk høyst {maximum} tegn.',
    fr: 'Au plus {maximum} caractères.',
  },
  too_small: {
    en: 'Use {minimum} or more.',
    ar: 'استخدم {minimum} أو أكثر.',
    no: 'Bruk {minimum} eller mer.',
    fr: '{minimum} ou plus.',
  },
  too_big: {
    en: 'Use {maximum} or less.',
    ar: 'استخدم {maximum} أو أقل.',
    no: 'Bruk {maximum} eller mindre.',
    fr: '{maximum} ou moins.',
  },
  unknown: {
    en: 'This field is not known here.',
    ar: 'هذا الحقل غير معروف هنا.',
    no: 'Feltet er ikke kjent her.',
    fr: 'Champ inconnu ici.',
  },
  phone: {
    en: 'Enter a Saudi mobile number, such as 055 123 4567.',
    ar: 'أدخل رقم جوال سعوديًا، مثل ‎055 123 4567‎.',
    no: 'Skriv et saudisk mobilnummer, for eksempel 055 123 4567.',
    fr: 'Saisissez un mobile saoudien, par exemple 055 123 4567.',
  },
  short_address: {
    en: 'Four letters and four digits, such as RNBB2312.',
    ar: 'أربعة أحرف وأربعة أرقام، مثل RNBB2312.',
    no: 'Fire bokstaver og fire sifre, for eksempel RNBB2312.',
    fr: 'Quatre lettres et quatre chiffres, par exemple RNBB2312.',
  },
  building_number: {
    en: 'Four digits.',
    ar: 'أربعة أرقام.',
    no: 'Fire sifre.',
    fr: 'Quatre chiffres.',
  },
  postal_code: { en: 'Five digits.', ar: 'خمسة أرقام.', no: 'Fem sifre.', fr: 'Cinq chiffres.' },
  additional_number: { en: 'Four digits.', ar: 'أربعة أرقام.', no: 'Fire sifre.', fr: 'Quatre chiffres.' },
  email: {
    en: 'Enter an e-mail address, such as name@shop.example.',
    ar: 'أدخل بريدًا إلكترونيًا، مثل name@shop.example.',
    no: 'Skriv en e-postadresse, for eksempel navn@butikk.example.',
    fr: 'Saisissez une adresse, par exemple nom@boutique.example.',
  },
  step: {
    en: 'Not a multiple of {step}. Use {lower} or {upper}.',
    ar: 'ليست من مضاعفات {step}. استخدم {lower} أو {upper}.',
    no: 'Ikke et multiplum av {step}. Bruk {lower} eller {upper}.',
    fr: 'Pas un multiple de {step}. Utilisez {lower} ou {upper}.',
  },
  minimum_quantity: {
    en: 'At least {minimum}.',
    ar: '{minimum} على الأقل.',
    no: 'Minst {minimum}.',
    fr: 'Au moins {minimum}.',
  },
  iban: {
    en: 'Enter a full IBAN; its check digits must agree.',
    ar: 'أدخل الآيبان كاملًا بأرقام تحقق صحيحة.',
    no: 'Skriv hele IBAN; kontrollsifrene må stemme.',
    fr: 'Saisissez l’IBAN complet ; sa clé doit être juste.',
  },
};
