import { isCurrencyCode, type Units, unitsOf } from './amounts';
import { dateOfSixDigits } from './dates';
import { type Field, messagesOf, onlyField, placeOf } from './mt940-fields';
import { lineOf } from './mt940-line';
import { NotReadable } from './not-readable';
import { joinedPages, type Page } from './pages';
import { type LineWithoutBalance, type ParsedStatement, statementOf } from './parsed';
import { ibanIn } from './texts';

/** True for what an MT940 file looks like, with or without the network's envelope. */
export const isMt940 = (text: string): boolean => /(^|[\r\n]|\{4:):(20|25P?|28C?|60[FM]):/.test(text);

/** Reads every statement of an MT940 file; its pages are joined. Throws `NotReadable` with line and tag. */
export function parseMt940(text: string): ParsedStatement[] {
  return joinedPages(messagesOf(text).map(pageOf)).map(({ found, broken }) => {
    const statement = named(statementOf(found));
    return broken
      ? { ...statement, proof: { state: 'broken', fault: 'other', place: broken.place } }
      : statement;
  });
}

/** Banks count a year through, so that the last day is part of a statement's name. */
const named = (statement: ParsedStatement): ParsedStatement => ({
  ...statement,
  number: `${statement.number} ${statement.to}`,
});

function pageOf(message: readonly Field[]): Page {
  const account = onlyField(message, ['25', '25P']);
  const opening = balanceOf(onlyField(message, ['60F', '60M']));
  const closingField = onlyField(message, ['62F', '62M']);
  const closing = balanceOf(closingField);
  if (opening.currency !== closing.currency) throw new NotReadable(placeOf(closingField));
  return {
    format: 'mt940',
    ...numberOf(message),
    isLast: closingField.tag === '62F',
    account: accountOf(account),
    currency: opening.currency,
    told: [],
    balanceDates: [opening.date, closing.date].flatMap((date) => date ?? []),
    opening: opening.units,
    closing: closing.units,
    lines: linesOf(message, opening.currency),
    pending: 0,
    isCopy: false,
    place: placeOf(closingField),
  };
}

/** Each `:61:` with the `:86:` that follow it; what follows the closing balance is about the whole. */
function linesOf(message: readonly Field[], currency: string): LineWithoutBalance[] {
  const lines: { readonly field: Field; readonly information: Field[] }[] = [];
  let isOfLine = false;
  for (const field of message) {
    if (field.tag === '61') lines.push({ field, information: [] });
    else if (field.tag === '86' && isOfLine) lines.at(-1)?.information.push(field);
    isOfLine = field.tag === '61' || (field.tag === '86' && isOfLine);
  }
  return lines.map(({ field, information }) => lineOf(field, information, currency));
}

interface Balance {
  readonly units: Units;
  readonly currency: string;
  readonly date: string | undefined;
}

/** `C021101EUR2187,95`. Banks write days that do not exist here; the lines tell the period then. */
function balanceOf(field: Field): Balance {
  const text = field.lines[0]?.trim() ?? '';
  const [, mark, date = '', currency = '', amount = ''] =
    /^([CD])(\d{6})([A-Z]{3})([\d.,]+)$/.exec(text) ?? [];
  const units = isCurrencyCode(currency) ? unitsOf(amount, currency) : undefined;
  if (units === undefined) throw new NotReadable(placeOf(field));
  return { units: mark === 'D' ? -units : units, currency, date: dateOfSixDigits(date) };
}

/** An IBAN with or without the bank's code before and the currency behind it, or the bank's own number. */
function accountOf(field: Field): string {
  const plain = (field.lines[0] ?? '').replace(/\s/g, '').toUpperCase();
  const iban = ibanIn((plain.split('/').at(-1) ?? '').replace(/(?<=\d{4})[A-Z]{3}$/, ''));
  if (plain === '') throw new NotReadable(placeOf(field));
  return iban ?? plain;
}

/** Number and page of `:28C:`; without it the message's own name. */
function numberOf(message: readonly Field[]): { readonly number: string; readonly page: number } {
  const field = message.find(({ tag }) => tag === '28' || tag === '28C');
  const text = field?.lines[0]?.trim() || (message[0]?.lines[0]?.trim() ?? '');
  const [, number = text, page = '1'] = /^(\d+)\s*(?:\/\s*(\d+))?$/.exec(text) ?? [];
  return { number, page: Number(page) };
}
