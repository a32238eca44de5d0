import { unitsOf } from './amounts';
import { dateNear, dateOfSixDigits } from './dates';
import { detailsOf } from './mt940-details';
import { type Field, placeOf } from './mt940-fields';
import { NotReadable } from './not-readable';
import type { LineWithoutBalance } from './parsed';
import { isGiven, joined } from './texts';

/** Value date, entry date, mark, funds code, amount, type, payer's reference, bank's reference. */
const LINE =
  /^(\d{6})(\d{4})?(R?[CD])([A-Z])?([\d.,]+)([NFS][A-Z0-9]{3})([^/]*(?:\/(?!\/)[^/]*)*)(?:\/\/(.*))?$/;

/** Reads one `:61:` with its `:86:`. Throws `NotReadable` with line and tag. */
export function lineOf(field: Field, information: readonly Field[], currency: string): LineWithoutBalance {
  const [first = '', ...rest] = field.lines;
  const [, value = '', entry, mark = '', , amount = '', , reference = '', own = ''] =
    LINE.exec(first.trim()) ?? [];
  const valueOn = dateOfSixDigits(value);
  const bookedOn = valueOn && (entry === undefined ? valueOn : dateNear(entry, valueOn));
  const units = unitsOf(amount, currency);
  if (valueOn === undefined || bookedOn === undefined || units === undefined)
    throw new NotReadable(placeOf(field));
  const details = detailsOf(information);
  return {
    bookedOn,
    valueOn,
    units: isMoneyIn(mark) ? units : -units,
    isReversal: mark.startsWith('R'),
    payerName: details.name,
    payerIban: details.iban,
    text: joined([details.text, reference, ...rest, details.endToEnd]),
    bankReference: isGiven(own) ? own.trim() : null,
    endToEnd: isGiven(details.endToEnd) ? details.endToEnd : null,
  };
}

/** A reversed credit left the account, and a reversed debit came back. */
const isMoneyIn = (mark: string): boolean => mark === 'C' || mark === 'RD';
