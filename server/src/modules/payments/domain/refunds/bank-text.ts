/** Arabic letters as Latin ones, the way names are written on cards; vowels that nobody writes stay unwritten. */
const LATIN_OF: Readonly<Record<string, string>> = {
  ا: 'a',
  ء: '',
  ب: 'b',
  ت: 't',
  ة: 'a',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  و: 'w',
  ى: 'a',
  ي: 'y',
};
const NOT_SPLIT: Readonly<Record<string, string>> = {
  æ: 'ae',
  ø: 'o',
  å: 'a',
  ß: 'ss',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
};

/**
 * A text in the letters that every bank passes on: Latin ones without accents, digits and ten signs. Arabic is
 * written in Latin letters, everything else becomes a blank. Never longer than `most`.
 */
export function bankText(text: string, most: number): string {
  const latin = [...text.normalize('NFKD').replace(/[\u064B-\u065F\u0670\u0640]/g, '')]
    .map((sign) => LATIN_OF[sign] ?? NOT_SPLIT[sign.toLowerCase()] ?? sign)
    .join('');
  return latin
    .replace(/[\u0300-\u036F]/g, '')
    .replace(/[^A-Za-z0-9/\-?:().,'+ ]/g, ' ')
    .replace(/ +/g, ' ')
    .trim()
    .slice(0, most)
    .trim();
}
