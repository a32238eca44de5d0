/** The four languages of the portal. Staff screens use `en` and `ar` only. */
export const LOCALES = ['en', 'ar', 'no', 'fr'] as const;
export type Locale = (typeof LOCALES)[number];
export const STAFF_LOCALES = ['en', 'ar'] as const satisfies readonly Locale[];

/** One text in each language: a missing language does not compile. */
export type Words = Readonly<Record<Locale, string>>;

/** BCP 47 tags for `Intl`: calendar and digits are named, since engines differ in their defaults. */
export const INTL_TAG: Readonly<Record<Locale, string>> = {
  en: 'en-GB-u-ca-gregory-nu-latn',
  ar: 'ar-SA-u-ca-gregory-nu-latn',
  no: 'nb-NO-u-ca-gregory-nu-latn',
  fr: 'fr-FR-u-ca-gregory-nu-latn',
};

/** Value of the HTML `lang` attribute. */
export const HTML_LANG: Readonly<Record<Locale, string>> = { en: 'en', ar: 'ar', no: 'nb', fr: 'fr' };

/** Writing direction of a language. */
export const directionOf = (locale: Locale): 'rtl' | 'ltr' => (locale === 'ar' ? 'rtl' : 'ltr');

/** True for one of the four languages. */
export const isLocale = (value: unknown): value is Locale => LOCALES.some((locale) => locale === value);

/** The best of our languages for an `Accept-Language` header; `en` when none fits. */
export function localeFromHeader(header: string | undefined): Locale {
  for (const part of (header ?? '').toLowerCase().split(',')) {
    const tag = part.trim().slice(0, 2);
    if (tag === 'nb' || tag === 'nn') return 'no';
    if (isLocale(tag)) return tag;
  }
  return 'en';
}
