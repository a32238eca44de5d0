import { type Currency, isCurrency } from '@qafila/shared/kernel/currency';
import { add, compare, isNegative, type Money, sum } from '@qafila/shared/kernel/money';
import { amountOf, negated, parseAmount, signed } from './amounts';
import { entryOf, isDate, type ParsedEntry, type ParsedLine, withBalances } from './camt-entry';
import { all, find, NotReadable, textAt, type XmlNode } from './xml-node';

/** Whether the file's own figures agree: opening + movements = closing, and what its summary announces. */
export type Proof =
  | { readonly ok: true }
  | { readonly ok: false; readonly broken: 'balance' }
  | { readonly ok: false; readonly broken: 'summary'; readonly place: string };

export interface ParsedStatement {
  readonly number: string;
  readonly iban: string;
  readonly currency: Currency;
  /** ISO dates, both included. */
  readonly from: string;
  readonly to: string;
  readonly opening: Money;
  readonly movements: Money;
  readonly closing: Money;
  readonly lines: readonly ParsedLine[];
  readonly proof: Proof;
}

const NAMESPACE = /:camt\.053\.001\.(0[2-9]|10)$/;

/** Reads every statement of a camt.053 message, versions 02 to 10. Throws `NotReadable` with the place. */
export function parseCamt053(root: XmlNode): ParsedStatement[] {
  const names = Object.entries(root.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  const isOurs = names.some(([, value]) => NAMESPACE.test(value));
  if (root.name !== 'Document' || !isOurs) throw new NotReadable('Document: camt.053.001.02–10');
  const statements = all(find(root, 'BkToCstmrStmt'), 'Stmt');
  if (statements.length === 0) throw new NotReadable('BkToCstmrStmt/Stmt');
  const parsed = statements.map((node, i) => statementOf(node, `Stmt ${i + 1}`));
  const keys = parsed.map(({ iban, number }) => `${iban} ${number}`);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0) throw new NotReadable(`Stmt ${twice + 1}/Id`);
  return parsed;
}

function statementOf(node: XmlNode, place: string): ParsedStatement {
  const number = textAt(node, 'Id');
  if (number === '' || number.length > 100) throw new NotReadable(`${place}/Id`);
  const iban = textAt(node, 'Acct/Id/IBAN').replace(/\s/g, '').toUpperCase();
  if (iban === '') throw new NotReadable(`${place}/Acct/Id/IBAN`);
  const opening = balanceOf(node, ['OPBD', 'PRCD'], place);
  const closing = balanceOf(node, ['CLBD', 'CLAV'], place);
  const { currency } = opening.amount;
  const told = textAt(node, 'Acct/Ccy') || currency;
  if (!isCurrency(told) || told !== currency || closing.amount.currency !== currency) {
    throw new NotReadable(`${place}/Acct/Ccy`);
  }
  const entries = all(node, 'Ntry').map((each, i) => entryOf(each, currency, `${place}/Ntry ${i + 1}`));
  const lines = withBalances(
    entries.flatMap((entry) => entry.lines),
    opening.amount,
  );
  const movements = sum(
    lines.map((line) => line.amount),
    currency,
  );
  const proves = compare(add(opening.amount, movements), closing.amount) === 0;
  return {
    number,
    iban,
    currency,
    ...periodOf(node, [opening.date, closing.date, ...lines.map((line) => line.bookedOn)], place),
    opening: opening.amount,
    movements,
    closing: closing.amount,
    lines,
    proof: proves ? summaryProof(find(node, 'TxsSummry'), entries, place) : { ok: false, broken: 'balance' },
  };
}

/** The first balance of the wanted kinds, in their order; `CLAV` serves only where there is no `CLBD`. */
function balanceOf(
  node: XmlNode,
  kinds: readonly string[],
  place: string,
): { readonly amount: Money; readonly date: string } {
  const at = `${place}/Bal ${kinds.join('|')}`;
  const balances = all(node, 'Bal');
  const found = kinds
    .map((kind) => balances.find((each) => textAt(each, 'Tp/CdOrPrtry/Cd') === kind))
    .find((each) => each !== undefined);
  if (!found) throw new NotReadable(at);
  return {
    amount: signed(amountOf(find(found, 'Amt'), at), textAt(found, 'CdtDbtInd'), at),
    date: textAt(found, 'Dt/Dt', 'Dt/DtTm').slice(0, 10),
  };
}

function periodOf(
  node: XmlNode,
  others: readonly string[],
  place: string,
): { readonly from: string; readonly to: string } {
  const told = [
    textAt(node, 'FrToDt/FrDtTm', 'FrToDt/FrDt').slice(0, 10),
    textAt(node, 'FrToDt/ToDtTm', 'FrToDt/ToDt').slice(0, 10),
  ].filter(isDate);
  const dates = (told.length === 2 ? told : others.filter(isDate)).toSorted();
  const [from, to] = [dates[0], dates.at(-1)];
  if (from === undefined || to === undefined) throw new NotReadable(`${place}/FrToDt`);
  return { from, to };
}

/** What a summary announces must be what the statement holds, pending entries counted or not. */
function summaryProof(node: XmlNode | undefined, entries: readonly ParsedEntry[], place: string): Proof {
  if (!node) return { ok: true };
  const booked = entries.filter((entry) => entry.isBooked);
  const faults = [booked, entries].map((counted) => summaryFault(node, counted));
  const fault = faults.includes(null) ? null : faults[0];
  return fault ? { ok: false, broken: 'summary', place: `${place}/TxsSummry/${fault}` } : { ok: true };
}

function summaryFault(node: XmlNode, entries: readonly ParsedEntry[]): string | null {
  const credits = entries.filter((entry) => !isNegative(entry.amount));
  const debits = entries.filter((entry) => isNegative(entry.amount));
  const kinds: [string, readonly ParsedEntry[]][] = [
    ['TtlNtries', entries],
    ['TtlCdtNtries', credits],
    ['TtlDbtNtries', debits],
  ];
  for (const [name, counted] of kinds) {
    const announced = find(node, name);
    const count = textAt(announced, 'NbOfNtries');
    if (count !== '' && Number(count) !== counted.length) return `${name}/NbOfNtries`;
    const total = textAt(announced, 'Sum');
    if (total !== '' && !isSum(total, counted)) return `${name}/Sum`;
  }
  return null;
}

function isSum(text: string, entries: readonly ParsedEntry[]): boolean {
  const currency = entries[0]?.amount.currency;
  if (currency === undefined) return /^0+(\.0*)?$/.test(text);
  const sizes = entries.map(({ amount }) => (isNegative(amount) ? negated(amount) : amount));
  const announced = parseAmount(text, currency);
  return announced !== undefined && compare(announced, sum(sizes, currency)) === 0;
}
