import type { Field } from './mt940-fields';
import { ibanIn, isGiven, joined } from './texts';

/** What a `:86:` says about one movement. */
export interface Details {
  readonly name: string;
  readonly iban: string | null;
  readonly text: string;
  readonly endToEnd: string;
}

/** SWIFT cuts lines here, in the middle of a word when it comes to that. */
const FULL_LINE = 60;
/** `166?00…?20…?32…`: a code of three digits, then numbered parts behind a sign of the bank's choice. */
const NUMBERED = /^\s*(?:\d{3})?([?~^<>@])\d{2}/;
const SEPA = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT|PURP)\+/;
const SLASHED =
  /\/(TRTP|IBAN|BIC|NAME|REMI|EREF|ORDP|BENM|MARF|CSID|PURP|RTRN|ADDR|ISDT|SVCL|ULTD|ULTC|ULTB|PREF|CREF|KREF|CNTP|OCMT|CHGS|EXCH|ID|INST|TR|ACCW)\//;

/** All fields of information of one line; a bank that sends two means both. */
export function detailsOf(fields: readonly Field[]): Details {
  const [first, ...others] = fields.map(({ lines }) => detailsOfOne(lines));
  if (!first) return { name: '', iban: null, text: '', endToEnd: '' };
  return others.reduce(
    (whole, next) => ({
      name: whole.name || next.name,
      iban: whole.iban ?? next.iban,
      text: joined([whole.text, next.text]),
      endToEnd: whole.endToEnd || next.endToEnd,
    }),
    first,
  );
}

function detailsOfOne(lines: readonly string[]): Details {
  const whole = lines.join('');
  const sign = NUMBERED.exec(whole)?.[1];
  if (sign !== undefined) return ofNumbered(whole, sign);
  if (SLASHED.test(whole)) return ofSlashed(whole);
  return SEPA.test(whole)
    ? ofSepa(whole, '')
    : { name: '', iban: null, text: unwrapped(lines), endToEnd: '' };
}

/** Lines that are full were cut by the network; shorter ones were ended by the bank. */
const unwrapped = (lines: readonly string[]): string =>
  lines
    .map((line) => (line.length >= FULL_LINE ? line : `${line.trimEnd()} `))
    .join('')
    .trim();

function ofNumbered(whole: string, sign: string): Details {
  const pieces = whole.split(new RegExp(`\\${sign}(?=\\d{2})`)).slice(1);
  const parts = pieces.map((piece) => ({ number: Number(piece.slice(0, 2)), text: piece.slice(2) }));
  const between = (from: number, to: number): string =>
    parts
      .filter(({ number }) => number >= from && number <= to)
      .map(({ text }) => text)
      .join('');
  const remittance = between(20, 29) + between(60, 63);
  const name = between(32, 33).replace(/\s+/g, ' ').trim();
  const iban = ibanIn(between(31, 31)) ?? ibanIn(between(38, 38));
  const told = SEPA.test(remittance)
    ? ofSepa(remittance, name)
    : { name, iban: null, text: joined([remittance]), endToEnd: '' };
  return {
    ...told,
    name: name || told.name,
    iban: iban ?? told.iban,
    text: told.text || joined([between(0, 0)]),
  };
}

/** `EREF+… SVWZ+…`: the keys stand in the text, one after another. */
function ofSepa(text: string, name: string): Details {
  const [before = '', ...pieces] = text.split(new RegExp(SEPA, 'g'));
  const values = new Map<string, string>();
  for (let i = 0; i + 1 < pieces.length; i += 2) values.set(pieces[i] ?? '', (pieces[i + 1] ?? '').trim());
  const endToEnd = values.get('EREF') ?? '';
  const purpose = values.get('SVWZ') ?? '';
  return {
    name: name || (values.get('ABWA') ?? ''),
    iban: ibanIn(values.get('IBAN') ?? ''),
    text: joined([purpose, before, ...(purpose ? [] : [...values.values()]), endToEnd]),
    endToEnd: isGiven(endToEnd) ? endToEnd : '',
  };
}

/** `/IBAN/…/NAME/…/REMI/…`, or `/CNTP/account/code/name/…`. */
function ofSlashed(whole: string): Details {
  const pieces = whole.split(new RegExp(SLASHED, 'g'));
  const values = new Map<string, string>();
  for (let i = 1; i + 1 < pieces.length; i += 2) {
    const key = pieces[i] ?? '';
    if (!values.has(key)) values.set(key, (pieces[i + 1] ?? '').trim());
  }
  const [account = '', , name = ''] = values.get('CNTP')?.split('/') ?? [];
  const purpose = (values.get('REMI') ?? '').replace(/^(USTD|STRD)\/+(CUR\/)?/, '').replace(/\/+/g, ' ');
  const endToEnd = (values.get('EREF') ?? '').replace(/\/+$/, '');
  return {
    name: (values.get('NAME') || name).replace(/\/+$/, '').trim(),
    iban: ibanIn(values.get('IBAN') ?? '') ?? ibanIn(account),
    text: joined([purpose, pieces[0] ?? '', endToEnd]),
    endToEnd: isGiven(endToEnd) ? endToEnd : '',
  };
}
