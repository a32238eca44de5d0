import { asciiDigits, withoutInvisible } from '@qafila/shared/kernel/digits';
import { type Units, unitsOf } from './amounts';
import type { DateOrder } from './csv-dialect';
import { dateOf } from './dates';
import { NotReadable } from './not-readable';

const plain = (cell: string): string => asciiDigits(withoutInvisible(cell.normalize('NFKC'))).trim();

/** A date of a cell, a time behind it ignored. Throws with the place; years of the Hijri calendar say so. */
export function dateOfCell(cell: string, order: DateOrder, place: string): string {
  const [, a = '', b = '', c = ''] =
    /^(\d{1,4})[/.-](\d{1,2})[/.-](\d{1,4})(?:[ T].*)?$/.exec(plain(cell)) ?? [];
  const [year, month, day] = order === 'ymd' ? [a, b, c] : order === 'dmy' ? [c, b, a] : [c, a, b];
  if (/^1[34]\d\d$/.test(year)) throw new NotReadable(place, 'hijri');
  const date = year.length === 4 ? dateOf(year, month, day) : undefined;
  if (date === undefined) throw new NotReadable(place);
  return date;
}

/** Currency words around an amount, and `CR` or `DR` behind it. */
const CURRENCY = /(?:SAR|SR|ر\.?\s?س\.?|ريال|\u20c1)/giu;
const GROUPED = { '.': /^\d{1,3}(?:,\d{3})+(?:\.\d*)?$/, ',': /^\d{1,3}(?:\.\d{3})+(?:,\d*)?$/ };

/** How banks say that money went out or came in. */
const OUT = ['d', 'dr', 'db', 'debit', 'out', '-', 'مدين', 'سحب', 'خصم', 'صادر'];
const IN = ['c', 'cr', 'credit', 'in', '+', 'دائن', 'إيداع', 'ايداع', 'إضافة', 'اضافة', 'وارد'];

/** Which way money went. Throws with the place where the cell says neither. */
export function directionOfCell(cell: string, place: string): 'out' | 'in' {
  const word = plain(cell).toLowerCase().replace(/\.$/, '');
  if (OUT.includes(word)) return 'out';
  if (IN.includes(word)) return 'in';
  throw new NotReadable(place);
}

/** A signed amount of a cell; `null` for an empty one. Throws with the place. */
export function unitsOfCell(
  cell: string,
  {
    decimal,
    currency,
    place,
  }: { readonly decimal: '.' | ','; readonly currency: string; readonly place: string },
): Units | null {
  const bare = plain(cell.replaceAll('٬', ',').replaceAll('٫', '.').replaceAll('−', '-'))
    .replace(CURRENCY, '')
    .replace(/\s/g, '');
  if (bare === '' || bare === '-') return null;
  const [, open, sign = '', digits = '', close, after = '', mark = ''] =
    /^(\()?([+-]?)([\d.,]+)(\))?([+-]?)(CR|DR)?$/i.exec(bare) ?? [];
  const grouping = decimal === '.' ? ',' : '.';
  const isGrouped = GROUPED[decimal].test(digits);
  const number = isGrouped ? digits.replaceAll(grouping, '') : digits;
  const units = number.includes(grouping) ? undefined : unitsOf(number, currency);
  if (units === undefined || Boolean(open) !== Boolean(close)) throw new NotReadable(place);
  const isNegative = Boolean(open) || sign === '-' || after === '-' || mark.toUpperCase() === 'DR';
  return isNegative ? -units : units;
}
