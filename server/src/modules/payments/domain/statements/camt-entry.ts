import { totalOf, type Units } from './amounts';
import { amountOf, signed } from './camt-figures';
import { isDate } from './dates';
import { NotReadable } from './not-readable';
import type { LineWithoutBalance } from './parsed';
import { ibanIn, isGiven, joined } from './texts';
import { all, find, textAt, type XmlNode } from './xml-node';

/** An entry with its lines; one that is not booked is counted, never imported. */
export interface ParsedEntry {
  readonly isBooked: boolean;
  readonly units: Units;
  readonly lines: readonly LineWithoutBalance[];
}

const STATES = new Set(['BOOK', 'PDNG', 'INFO', 'FUTR']);

/** Reads one `Ntry`. Throws `NotReadable` with its place. */
export function entryOf(node: XmlNode, currency: string, place: string): ParsedEntry {
  const state = textAt(node, 'Sts/Cd', 'Sts');
  if (!STATES.has(state)) throw new NotReadable(`${place}/Sts`);
  const amount = amountOf(find(node, 'Amt'), place);
  if (amount.currency !== currency) throw new NotReadable(`${place}/Amt Ccy`);
  const units = signed(amount.units, textAt(node, 'CdtDbtInd'), place);
  const isBooked = state === 'BOOK';
  return { isBooked, units, lines: isBooked ? linesOf(node, { units, currency, place }) : [] };
}

interface Entry {
  readonly units: Units;
  readonly currency: string;
  readonly place: string;
}

/**
 * A batch that tells its transactions becomes one line each; a batch that does not stays one line, and so does one
 * transaction: what was booked is the entry's amount, whatever the charges were.
 */
function linesOf(node: XmlNode, entry: Entry): LineWithoutBalance[] {
  const { units, place } = entry;
  const details = all(node, 'NtryDtls').flatMap((each) => all(each, 'TxDtls'));
  const parts = details.length > 1 ? partsOf(node, details, entry) : null;
  if (parts === null) return [lineOf(node, { details, units, place })];
  return details.map((detail, i) =>
    lineOf(node, { details: [detail], units: parts[i] ?? units, place, position: i + 1 }),
  );
}

/** What each transaction of a batch moved, less its charges where the entry is less by them; `null` where no part can be told. */
function partsOf(node: XmlNode, details: readonly XmlNode[], entry: Entry): readonly Units[] | null {
  const placed = details.map((detail, i) => ({
    detail,
    at: { ...entry, place: `${entry.place}/TxDtls ${i + 1}` },
  }));
  const known = placed.map(({ detail, at }) => detailUnits(detail, at)).filter((each) => each !== null);
  if (known.length < details.length) return null;
  if (totalOf(known) === entry.units) return known;
  const net = placed.map(({ detail, at }, i) => (known[i] ?? 0n) + chargesOf(detail, at));
  if (totalOf(net) === entry.units) return net;
  if (totalOf(known) + chargesOf(node, entry) === entry.units) return null;
  throw new NotReadable(`${entry.place}/TxDtls: sum`);
}

/** Charges in the account's currency; negative: the bank kept them. */
function chargesOf(node: XmlNode, { currency, place }: Entry): Units {
  const records = all(node, 'Chrgs').flatMap((each) => {
    const own = all(each, 'Rcrd');
    return own.length > 0 ? own : [each];
  });
  return totalOf(
    records.map((record) => {
      const amount = find(record, 'Amt') ?? find(record, 'TtlChrgsAndTaxAmt');
      if (!amount || amount.attributes.Ccy !== currency) return 0n;
      const at = `${place}/Chrgs`;
      return signed(amountOf(amount, at).units, textAt(record, 'CdtDbtInd') || 'DBIT', at);
    }),
  );
}

/** The transaction's amount in the account's currency; `null` when it is told in another one or not at all. */
function detailUnits(detail: XmlNode, entry: Entry): Units | null {
  const node = find(detail, 'Amt') ?? find(detail, 'AmtDtls/TxAmt/Amt');
  if (!node || node.attributes.Ccy !== entry.currency) return null;
  const indicator = textAt(detail, 'CdtDbtInd') || (entry.units < 0n ? 'DBIT' : 'CRDT');
  return signed(amountOf(node, entry.place).units, indicator, entry.place);
}

interface LineSource {
  readonly details: readonly XmlNode[];
  readonly units: Units;
  readonly place: string;
  /** Place of the transaction in its batch. */
  readonly position?: number;
}

function lineOf(node: XmlNode, { details, units, place, position }: LineSource): LineWithoutBalance {
  const isReversal = /^(true|1)$/.test(textAt(node, 'RvslInd'));
  const other = counterparty(details, units < 0n === isReversal);
  return {
    ...datesOf(node, place),
    units,
    isReversal,
    payerName: other.name,
    payerIban: other.iban,
    text: textOf(node, details),
    bankReference: bankReferenceOf(node, details, position),
    endToEnd: details.map((detail) => textAt(detail, 'Refs/EndToEndId')).find(isGiven) ?? null,
  };
}

/** Where only one of the two days is told, it is both. */
function datesOf(node: XmlNode, place: string): { readonly bookedOn: string; readonly valueOn: string } {
  const at = (name: string): string => textAt(node, `${name}/Dt`, `${name}/DtTm`).slice(0, 10);
  const [booked, value] = [at('BookgDt'), at('ValDt')];
  const bookedOn = booked || value;
  const valueOn = value || booked;
  if (!isDate(bookedOn)) throw new NotReadable(`${place}/BookgDt`);
  if (!isDate(valueOn)) throw new NotReadable(`${place}/ValDt`);
  return { bookedOn, valueOn };
}

/** Who paid us, or whom we paid; a reversal names the parties of the movement it takes back. */
function counterparty(details: readonly XmlNode[], isDebtor: boolean): { name: string; iban: string | null } {
  const parties = details.length === 1 ? find(details[0], 'RltdPties') : undefined;
  const [role, ultimate] = isDebtor ? ['Dbtr', 'UltmtDbtr'] : ['Cdtr', 'UltmtCdtr'];
  return {
    name: textAt(parties, `${role}/Nm`, `${role}/Pty/Nm`, `${ultimate}/Nm`, `${ultimate}/Pty/Nm`),
    iban: ibanIn(textAt(parties, `${role}Acct/Id/IBAN`)),
  };
}

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
  return joined([...parts, textAt(node, 'AddtlNtryInf')]);
}

function bankReferenceOf(node: XmlNode, details: readonly XmlNode[], position?: number): string | null {
  const own = details.length === 1 ? textAt(details[0], 'Refs/AcctSvcrRef', 'Refs/TxId') : '';
  const ofEntry = textAt(node, 'AcctSvcrRef');
  const reference = position === undefined ? [ofEntry, own].find(isGiven) : [own, ofEntry].find(isGiven);
  if (reference === undefined) return null;
  return position === undefined ? reference : `${reference}#${position}`;
}
