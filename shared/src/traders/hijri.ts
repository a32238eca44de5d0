import type { Locale } from '../kernel/locale';

const TAG: Readonly<Record<Locale, string>> = { en: 'en-GB', ar: 'ar-SA', no: 'nb-NO', fr: 'fr-FR' };

/** A calendar day in the calendar of Umm al-Qura, as Saudi papers carry it: `29 Ramadan 1447`. */
export function formatHijri(day: string, locale: Locale): string {
  const format = new Intl.DateTimeFormat(`${TAG[locale]}-u-ca-islamic-umalqura-nu-latn`, {
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    timeZone: 'UTC',
  });
  const wanted = new Set(['day', 'month', 'year']);
  const parts = format.formatToParts(new Date(`${day}T00:00:00Z`));
  // Engines differ in the era they add after the year.
  return parts
    .filter((part) => wanted.has(part.type))
    .map((part) => part.value)
    .join(' ');
}

/** A calendar day as it is written in a language: `18 Mar 2026`. */
export const formatDay = (day: string, locale: Locale): string =>
  new Intl.DateTimeFormat(`${TAG[locale]}-u-ca-gregory-nu-latn`, {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    timeZone: 'UTC',
  }).format(new Date(`${day}T00:00:00Z`));
