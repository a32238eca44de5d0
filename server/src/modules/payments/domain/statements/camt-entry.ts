import type { Currency } from '@qafila/shared/kernel/currency';
import { add, compare, isNegative, type Money, sum } from '@qafila/shared/kernel/money';
import { amountOf, signed } from './amounts';
import { all, find, NotReadable, textAt, type XmlNode } from './xml-node';

/** One movement of money: a whole entry, or one transaction of a batch. */
export interface ParsedLine {
  /** ISO date of booking. */
  readonly bookedOn: string;
  /** Positive: money that came in. */
  readonly amount: Money;
  /** The bank took back an earlier movement. */
  readonly isReversal: boolean;
  readonly payerName: string;
  readonly payerIban: string | null;
  /** Everything the payer wrote, joined. */
  readonly text: string;
  /** The bank's own reference, where it gives one. */
  readonly bankReference: string | null;
  /** Balance of the account after this movement. */
  readonly balanceAfter: Money;
}
export type LineWithoutBalance = Omit<ParsedLine, 'balanceAfter'>;

/** An entry with its lines; one that is not booked is counted, never imported. */
export interface ParsedEntry {
  readonly isBooked: boolean;
  readonly amount: Money;
  readonly lines: readonly LineWithoutBalance[];
}

const MAX_TEXT = 1000;
/** What banks write where they have no reference. */
const NO_REFERENCE = /^(|NOTPROVIDED|NOT PROVIDED|NONREF|NONE|N\/A|0+|-)$/i;
const STATES = new Set(['BOOK', 'PDNG', 'INFO', 'FUTR']);

/** Reads one `Ntry`. Throws `NotReadable` with its place. */
export function entryOf(node: XmlNode, currency: Currency, place: string): ParsedEntry {
  const state = textAt(node, 'Sts/Cd', 'Sts');
  if (!STATES.has(state)) throw new NotReadable(`${place}/Sts`);
  const amount = signed(amountOf(find(node, 'Amt'), place), textAt(node, 'CdtDbtInd'), place);
  if (amount.currency !== currency) throw new NotReadable(`${place}/Amt Ccy`);
  const isBooked = state === 'BOOK';
  return { isBooked, amount, lines: isBooked ? linesOf(node, amount, place) : [] };
}

/** A batch that tells its transactions becomes one line each; a batch that does not stays one line. */
function linesOf(node: XmlNode, amount: Money, place: string): LineWithoutBalance[] {
  const details = all(node, 'NtryDtls').flatMap((each) => all(each, 'TxDtls'));
  const amounts = details.map((detail, i) => detailAmount(detail, amount, `${place}/TxDtls ${i + 1}`));
  const known = amounts.filter((each) => each !== null);
  if (details.length === 0 || known.length < details.length)
    return [lineOf(node, { details, amount, place })];
  if (compare(sum(known, amount.currency), amount) !== 0) throw new NotReadable(`${place}/TxDtls: sum`);
  return details.map((detail, i) =>
    lineOf(node, {
      details: [detail],
      amount: known[i] ?? amount,
      place,
      ...(details.length > 1 ? { position: i + 1 } : {}),
    }),
  );
}

/** The transaction's amount in the account's currency; `null` when it is told in another one or not at all. */
function detailAmount(detail: XmlNode, entry: Money, place: string): Money | null {
  const node = find(detail, 'Amt') ?? find(detail, 'AmtDtls/TxAmt/Amt');
  if (!node || node.attributes.Ccy !== entry.currency) return null;
  const indicator = textAt(detail, 'CdtDbtInd') || (isNegative(entry) ? 'DBIT' : 'CRDT');
  return signed(amountOf(node, place), indicator, place);
}

interface LineSource {
  readonly details: readonly XmlNode[];
  readonly amount: Money;
  readonly place: string;
  /** Place of the transaction in its batch. */
  readonly position?: number;
}

function lineOf(node: XmlNode, { details, amount, place, position }: LineSource): LineWithoutBalance {
  const isReversal = /^(true|1)$/.test(textAt(node, 'RvslInd'));
  const other = counterparty(details, isNegative(amount) === isReversal);
  return {
    bookedOn: dateOf(node, place),
    amount,
    isReversal,
    payerName: other.name,
    payerIban: other.iban,
    text: textOf(node, details),
    bankReference: bankReferenceOf(node, details, position),
  };
}

function dateOf(node: XmlNode, place: string): string {
  const text = textAt(node, 'BookgDt/Dt', 'BookgDt/DtTm', 'ValDt/Dt', 'ValDt/DtTm').slice(0, 10);
  if (!isDate(text)) throw new NotReadable(`${place}/BookgDt`);
  return text;
}

/** True for an ISO date that exists. */
export const isDate = (text: string): boolean =>
  /^\d{4}-\d{2}-\d{2}$/.test(text) &&
  !Number.isNaN(Date.parse(`${text}T00:00:00Z`)) &&
  new Date(`${text}T00:00:00Z`).toISOString().startsWith(text);

/** Who paid us, or whom we paid; a reversal names the parties of the movement it takes back. */
function counterparty(details: readonly XmlNode[], isDebtor: boolean): { name: string; iban: string | null } {
  const parties = details.length === 1 ? find(details[0], 'RltdPties') : undefined;
  const [role, ultimate] = isDebtor ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'];
  const iban = textAt(parties, `${role}Acct/Id/IBAN`).replace(/\s/g, '').toUpperCase();
  return {
    name: textAt(parties, `${role}/Nm`, `${role}/Pty/Nm`, `${ultimate}/Nm`, `${ultimate}/Pty/Nm`),
    iban: /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(iban) ? iban : null,
  };
}

const given = (text: string): boolean => !NO_REFERENCE.test(text);

/** Remittance text first, then the references a payer may have typed into another field. */
function textOf(node: XmlNode, details: readonly XmlNode[]): string {
  const parts = details.flatMap((detail) => [
    ...all(find(detail, 'RmtInf'), 'Ustrd').map((part) => part.text),
    ...all(find(detail, 'RmtInf'), 'Strd').flatMap((part) => [
      textAt(part, 'CdtrRefInf/Ref', 'CdtrRefInf/CdtrRef'),
      ...all(part, 'AddtlRmtInf').map((each) => each.text),
    ]),
    textAt(detail, 'Refs/EndToEndId'),
    textAt(detail, 'AddtlTxInf'),
  ]);
  const whole = [...parts, textAt(node, 'AddtlNtryInf')].filter(given);
  return [...new Set(whole)].join(' ').slice(0, MAX_TEXT);
}

function bankReferenceOf(node: XmlNode, details: readonly XmlNode[], position?: number): string | null {
  const own = details.length === 1 ? textAt(details[0], 'Refs/AcctSvcrRef', 'Refs/TxId') : '';
  const ofEntry = textAt(node, 'AcctSvcrRef');
  const reference = position === undefined ? [ofEntry, own].find(given) : [own, ofEntry].find(given);
  if (reference === undefined) return null;
  return position === undefined ? reference : `${reference}#${position}`;
}

/** Lines with the balance after each; `opening` is the balance before the first. */
export function withBalances(lines: readonly LineWithoutBalance[], opening: Money): ParsedLine[] {
  let balance = opening;
  return lines.map((line) => {
    balance = add(balance, line.amount);
    return { ...line, balanceAfter: balance };
  });
}
