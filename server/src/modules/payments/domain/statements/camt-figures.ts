import { bounded, isCurrencyCode, sizeOf, totalOf, type Units, unitsOf } from './amounts';
import { NotReadable } from './not-readable';
import { all, find, textAt, type XmlNode } from './xml-node';

export interface Figure {
  readonly units: Units;
  readonly currency: string;
}
/** What a summary counts: booked or not, positive when money came in. */
export interface Counted {
  readonly units: Units;
}

/** Reads `<Amt Ccy="SAR">`; throws `NotReadable` with the place. */
export function amountOf(node: XmlNode | undefined, place: string): Figure {
  const currency = node?.attributes.Ccy ?? '';
  if (!node || !isCurrencyCode(currency)) throw new NotReadable(`${place}/Amt Ccy`);
  const units = unitsOf(node.text, currency);
  if (units === undefined) throw new NotReadable(`${place}/Amt`);
  return { units, currency };
}

/** Gives an amount its sign from `CdtDbtInd`: credit is money that came in. */
export function signed(units: Units, indicator: string, place: string): Units {
  if (indicator === 'CRDT') return units;
  if (indicator === 'DBIT') return -units;
  throw new NotReadable(`${place}/CdtDbtInd`);
}

export interface Balances {
  readonly opening: Units | null;
  readonly closing: Units | null;
  readonly currency: string;
  readonly dates: readonly string[];
}
interface Balance extends Figure {
  readonly kind: string;
  readonly date: string;
}

/**
 * Opening and closing balance of a statement or of one of its pages: an inner page may have interim ones (`ITBD`),
 * or none. `CLAV` serves only where there is no `CLBD`.
 */
export function balancesOf(
  node: XmlNode,
  page: { readonly place: string; readonly isFirst: boolean; readonly isLast: boolean },
): Balances {
  const balances = all(node, 'Bal').map((each) => ({ node: each, kind: textAt(each, 'Tp/CdOrPrtry/Cd') }));
  const pick = (kinds: readonly string[], isNeeded: boolean): Balance | null => {
    const at = `${page.place}/Bal ${kinds.join('|')}`;
    const found = kinds
      .map((kind) => balances.find((each) => each.kind === kind))
      .find((each) => each !== undefined);
    if (!found && isNeeded) throw new NotReadable(at);
    return found ? balanceOf(found.node, found.kind, at) : null;
  };
  const opening = pick(page.isFirst ? ['OPBD', 'PRCD'] : ['ITBD'], page.isFirst);
  balances.reverse();
  const closing = pick(page.isLast ? ['CLBD', 'CLAV'] : ['ITBD'], page.isLast);
  const currency = opening?.currency ?? closing?.currency;
  const isTorn = opening !== null && closing !== null && opening.currency !== closing.currency;
  if (currency === undefined || isTorn) throw new NotReadable(`${page.place}/Acct/Ccy`);
  return {
    opening: opening?.units ?? null,
    closing: closing?.units ?? null,
    currency,
    dates: [opening, closing].flatMap((each) => each?.date ?? []),
  };
}

function balanceOf(node: XmlNode, kind: string, place: string): Balance {
  const { units, currency } = amountOf(find(node, 'Amt'), place);
  return {
    kind,
    currency,
    units: signed(units, textAt(node, 'CdtDbtInd'), place),
    date: textAt(node, 'Dt/Dt', 'Dt/DtTm').slice(0, 10),
  };
}

/** The first figure a summary announces that the entries do not have; `null` when they agree. */
export function summaryFault(node: XmlNode, entries: readonly Counted[], currency: string): string | null {
  const kinds: [string, readonly Counted[]][] = [
    ['TtlNtries', entries],
    ['TtlCdtNtries', entries.filter((entry) => entry.units >= 0n)],
    ['TtlDbtNtries', entries.filter((entry) => entry.units < 0n)],
  ];
  for (const [name, counted] of kinds) {
    const announced = find(node, name);
    const count = textAt(announced, 'NbOfNtries');
    if (count !== '' && Number(count) !== counted.length) return `${name}/NbOfNtries`;
    const total = textAt(announced, 'Sum');
    const sum = bounded(totalOf(counted.map((entry) => sizeOf(entry.units))), name);
    if (total !== '' && unitsOf(total, currency) !== sum) return `${name}/Sum`;
  }
  return null;
}
