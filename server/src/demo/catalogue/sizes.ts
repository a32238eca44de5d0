import type { Words } from './types';

/** One position on a product's size axis. */
export interface Size {
  /** Last part of the SKU. */
  tag: string;
  order: number;
  words: Words;
}

const tagOf = (amount: number): string => String(amount).padStart(3, '0');

const measured = (amount: number, unit: Words): Size => ({
  tag: tagOf(amount),
  order: amount,
  words: {
    en: `${amount} ${unit.en}`,
    ar: `${amount} ${unit.ar}`,
    no: `${amount} ${unit.no}`,
    fr: `${amount} ${unit.fr}`,
  },
});

/** Volume in millilitres. */
export const ml = (amount: number): Size => measured(amount, { en: 'ml', ar: 'مل', no: 'ml', fr: 'ml' });

/** Net weight in grams. */
export const grams = (amount: number): Size => measured(amount, { en: 'g', ar: 'غ', no: 'g', fr: 'g' });

/** Diameter or height in centimetres. */
export const cm = (amount: number): Size => measured(amount, { en: 'cm', ar: 'سم', no: 'cm', fr: 'cm' });

/** One litre; sorts among millilitres. */
export const litre: Size = {
  tag: '1L0',
  order: 1000,
  words: { en: '1 l', ar: '1 لتر', no: '1 l', fr: '1 l' },
};

/** One kilogram; sorts among grams. */
export const kilogram: Size = {
  tag: '1K0',
  order: 1000,
  words: { en: '1 kg', ar: '1 كغ', no: '1 kg', fr: '1 kg' },
};

/** Counted contents; three to ten pieces take the plural in Arabic. */
export const pieces = (count: number): Size => ({
  tag: `P${String(count).padStart(2, '0')}`,
  order: 1000 + count,
  words: { en: `${count} pieces`, ar: `${count} قطع`, no: `${count} deler`, fr: `${count} pièces` },
});

/** Infusion bags in a box; eleven and more take the singular accusative in Arabic. */
export const bags = (count: number): Size => ({
  tag: tagOf(count),
  order: count,
  words: { en: `${count} bags`, ar: `${count} ظرفًا`, no: `${count} poser`, fr: `${count} sachets` },
});

/** A pack of equal units, each of `amount` millilitres or grams. */
export const pack = (count: number, unit: Size): Size => ({
  tag: `${count}X${unit.order}`,
  order: unit.order * count,
  words: {
    en: `${count} × ${unit.words.en}`,
    ar: `${count} × ${unit.words.ar}`,
    no: `${count} × ${unit.words.no}`,
    fr: `${count} × ${unit.words.fr}`,
  },
});

/** European shoe size. */
export const shoe = (size: number): Size => ({
  tag: tagOf(size),
  order: size,
  words: { en: `EU ${size}`, ar: `مقاس ${size}`, no: `str. ${size}`, fr: `pointure ${size}` },
});

/** Cloth of width × length in centimetres. */
export const cloth = (width: number, length: number): Size => ({
  tag: `${width}${length}`,
  order: width,
  words: {
    en: `${width} × ${length} cm`,
    ar: `${width} × ${length} سم`,
    no: `${width} × ${length} cm`,
    fr: `${width} × ${length} cm`,
  },
});

const option = (tag: string, order: number, words: Words): Size => ({ tag, order, words });

export const small = option('S', 1, { en: 'Small', ar: 'صغير', no: 'Liten', fr: 'Petit' });
export const medium = option('M', 2, { en: 'Medium', ar: 'وسط', no: 'Middels', fr: 'Moyen' });
export const large = option('L', 3, { en: 'Large', ar: 'كبير', no: 'Stor', fr: 'Grand' });

export const fineWeave = option('FIN', 1, { en: 'Fine', ar: 'ناعمة', no: 'Fin', fr: 'Fin' });
export const mediumWeave = option('MED', 2, { en: 'Medium', ar: 'متوسطة', no: 'Middels', fr: 'Moyen' });
export const coarseWeave = option('CRS', 3, { en: 'Coarse', ar: 'خشنة', no: 'Grov', fr: 'Rugueux' });

export const amber = option('AMB', 1, { en: 'Amber', ar: 'عنبر', no: 'Ambra', fr: 'Ambre' });
export const musk = option('MSK', 2, { en: 'Musk', ar: 'مسك', no: 'Moskus', fr: 'Musc' });
export const jasmine = option('JAS', 3, { en: 'Jasmine', ar: 'ياسمين', no: 'Sjasmin', fr: 'Jasmin' });
export const rose = option('ROS', 4, { en: 'Rose', ar: 'ورد', no: 'Rose', fr: 'Rose' });

export const red = option('RED', 1, { en: 'Red', ar: 'أحمر', no: 'Rød', fr: 'Rouge' });
export const green = option('GRN', 2, { en: 'Green', ar: 'أخضر', no: 'Grønn', fr: 'Vert' });
export const blue = option('BLU', 3, { en: 'Blue', ar: 'أزرق', no: 'Blå', fr: 'Bleu' });
export const gold = option('GLD', 4, { en: 'Gold', ar: 'ذهبي', no: 'Gull', fr: 'Doré' });
export const tan = option('TAN', 1, { en: 'Tan', ar: 'عسلي', no: 'Cognac', fr: 'Cognac' });
export const black = option('BLK', 2, { en: 'Black', ar: 'أسود', no: 'Svart', fr: 'Noir' });
export const cream = option('CRM', 3, { en: 'Cream', ar: 'كريمي', no: 'Krem', fr: 'Crème' });
export const burgundy = option('BUR', 4, { en: 'Burgundy', ar: 'عنابي', no: 'Burgunder', fr: 'Bordeaux' });
