import { isolate } from '@qafila/shared/kernel/format';
import { INTL_TAG, type Locale, type Words } from '@qafila/shared/kernel/locale';

/** The words on slip, label and pick list. */
export const WORDS = {
  packingSlip: { ar: 'قسيمة التعبئة', en: 'Packing slip', no: 'Pakkseddel', fr: 'Bon de livraison' },
  to: { ar: 'إلى', en: 'To', no: 'Til', fr: 'À' },
  from: { ar: 'من', en: 'From', no: 'Fra', fr: 'De' },
  deliverTo: { ar: 'يُسلَّم إلى', en: 'Deliver to', no: 'Leveres til', fr: 'Livrer à' },
  parcel: { ar: 'الطرد', en: 'Parcel', no: 'Pakke', fr: 'Colis' },
  code: { ar: 'رمز الطرد', en: 'Parcel code', no: 'Pakkekode', fr: 'Code du colis' },
  shipped: { ar: 'تاريخ الشحن', en: 'Shipped', no: 'Sendt', fr: 'Expédié le' },
  item: { ar: 'المنتج', en: 'Item', no: 'Vare', fr: 'Article' },
  quantity: { ar: 'الكمية', en: 'Quantity', no: 'Antall', fr: 'Quantité' },
  total: { ar: 'مجموع القطع', en: 'Pieces in all', no: 'Antall i alt', fr: 'Pièces au total' },
  track: { ar: 'تتبَّع طردك', en: 'Track your parcel', no: 'Følg pakken din', fr: 'Suivre votre colis' },
  questions: { ar: 'للاستفسار', en: 'Questions', no: 'Spørsmål', fr: 'Une question' },
  thanks: { ar: 'شكرًا لثقتك بنا', en: 'Thank you', no: 'Takk for tilliten', fr: 'Merci de votre confiance' },
  returns: { ar: 'عنوان الإرجاع', en: 'Returns', no: 'Retur', fr: 'Retours' },
  phone: { ar: 'الجوال', en: 'Phone', no: 'Telefon', fr: 'Téléphone' },
  weight: { ar: 'الوزن', en: 'Weight', no: 'Vekt', fr: 'Poids' },
  carrier: { ar: 'الناقل', en: 'Carrier', no: 'Transportør', fr: 'Transporteur' },
  trackingNumber: { ar: 'رقم الشحنة', en: 'Tracking no.', no: 'Sporingsnr.', fr: 'N° de suivi' },
  shortAddress: { ar: 'العنوان المختصر', en: 'Short address', no: 'Kortadresse', fr: 'Adresse courte' },
} as const satisfies Record<string, Words>;

export type WordKey = keyof typeof WORDS;

/** Arabic papers carry the Latin word beside the Arabic one; the others speak one language. */
export interface Caption {
  readonly main: string;
  readonly second?: string;
}

/** A heading in the recipient's language, Arabic first with English under it. */
export const caption = (key: WordKey, locale: Locale): Caption =>
  locale === 'ar' ? { main: WORDS[key].ar, second: WORDS[key].en } : { main: WORDS[key][locale] };

/** A heading on one line: `إلى · To`. */
export function captionLine(key: WordKey, locale: Locale): string {
  const { main, second } = caption(key, locale);
  return second ? `${main} · ${isolate(second)}` : main;
}

/** A code, number, phone or address line of letters and digits that must not be broken or turned. */
export const code = (value: string): string => isolate(value.replaceAll(' ', '\u00a0'));

/** Isolates a value of unknown script: its own first letter decides its direction (U+2068 … U+2069). */
export const anyScript = (value: string): string => `\u2068${value}\u2069`;

/** A calendar date, day first, Latin digits; Hijri beside it in Arabic. */
export function calendarDate(
  isoDate: string,
  locale: Locale,
  month: 'long' | 'short' = 'long',
): { main: string; hijri?: string } {
  const [year = 0, monthNumber = 1, day = 1] = isoDate.split('-').map(Number);
  const noon = Date.UTC(year, monthNumber - 1, day, 12);
  const fields = { day: 'numeric', month, year: 'numeric', timeZone: 'UTC' } as const;
  const main = new Intl.DateTimeFormat(INTL_TAG[locale], fields).format(noon);
  if (locale !== 'ar') return { main };
  return { main, hijri: new Intl.DateTimeFormat('ar-SA-u-ca-islamic-umalqura-nu-latn', fields).format(noon) };
}

/** A weight in kilograms with at most two decimals: `1.25 kg`. */
export function kilograms(grams: number, locale: Locale): string {
  const number = new Intl.NumberFormat(INTL_TAG[locale], { maximumFractionDigits: 2 }).format(grams / 1000);
  return locale === 'ar' ? `${isolate(number)} كجم` : `${number} kg`;
}

/** A phone number grouped for reading: `+966 55 123 4567`; others keep their digits. */
export function readablePhone(e164: string): string {
  const saudi = /^\+966(\d{2})(\d{3})(\d{4})$/.exec(e164);
  return saudi ? `+966 ${saudi[1]} ${saudi[2]} ${saudi[3]}` : e164;
}
