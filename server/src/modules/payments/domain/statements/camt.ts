import { isCurrencyCode } from './amounts';
import { entryOf, type ParsedEntry } from './camt-entry';
import { balancesOf, summaryFault } from './camt-figures';
import { NotReadable } from './not-readable';
import { type JoinedPages, joinedPages, type Page } from './pages';
import { type ParsedStatement, statementOf } from './parsed';
import { all, find, textAt, type XmlNode } from './xml-node';

const NAMESPACE = /:camt\.05([34])\.001\.(0[2-9]|10)$/;
/** A statement has balances and proves itself; a notification tells movements only. */
const KINDS = {
  3: { format: 'camt.053', message: 'BkToCstmrStmt', name: 'Stmt' },
  4: { format: 'camt.054', message: 'BkToCstmrDbtCdtNtfctn', name: 'Ntfctn' },
} as const;
type Kind = (typeof KINDS)[keyof typeof KINDS];

/** Reads every statement of a camt.053 or camt.054 message, versions 02 to 10. Throws `NotReadable` with the place. */
export function parseCamt(root: XmlNode): ParsedStatement[] {
  const kind = kindOf(root);
  const nodes = all(find(root, kind.message), kind.name);
  if (nodes.length === 0) throw new NotReadable(`${kind.message}/${kind.name}`);
  const pages = nodes.map((node, i) => pageOf(node, kind, `${kind.name} ${i + 1}`));
  const statements = joinedPages(pages).map(provenPages);
  const keys = statements.map(({ account, number }) => `${account} ${number}`);
  const twice = keys.findIndex((key, i) => keys.indexOf(key) !== i);
  if (twice >= 0) throw new NotReadable(`${kind.name} ${twice + 1}/Id`);
  return statements;
}

function kindOf(root: XmlNode): Kind {
  const names = Object.entries(root.attributes).filter(([name]) => /^xmlns(:|$)/.test(name));
  const version = names.flatMap(([, value]) => NAMESPACE.exec(value) ?? [])[1];
  if (root.name === 'Document' && version === '3') return KINDS[3];
  if (root.name === 'Document' && version === '4') return KINDS[4];
  throw new NotReadable('Document: camt.053 | camt.054, 001.02–10');
}

interface CamtPage extends Page {
  readonly entries: readonly ParsedEntry[];
  readonly summary: XmlNode | undefined;
}

function pageOf(node: XmlNode, kind: Kind, place: string): CamtPage {
  const number = textAt(node, 'Id');
  if (number === '') throw new NotReadable(`${place}/Id`);
  const account = textAt(node, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id').replace(/\s/g, '').toUpperCase();
  if (account === '') throw new NotReadable(`${place}/Acct/Id/IBAN`);
  const page = Number(textAt(node, 'StmtPgntn/PgNb', 'NtfctnPgntn/PgNb') || '1');
  const isLast = textAt(node, 'StmtPgntn/LastPgInd', 'NtfctnPgntn/LastPgInd') !== 'false';
  const balances =
    kind.format === 'camt.053' ? balancesOf(node, { place, isFirst: page === 1, isLast }) : null;
  const currency = currencyOf(node, balances?.currency, place);
  const entries = all(node, 'Ntry').map((each, i) => entryOf(each, currency, `${place}/Ntry ${i + 1}`));
  return {
    format: kind.format,
    number,
    account,
    currency,
    page,
    isLast,
    opening: balances?.opening ?? null,
    closing: balances?.closing ?? null,
    told: [
      textAt(node, 'FrToDt/FrDtTm', 'FrToDt/FrDt').slice(0, 10),
      textAt(node, 'FrToDt/ToDtTm', 'FrToDt/ToDt').slice(0, 10),
    ].filter((text) => text !== ''),
    balanceDates: balances?.dates ?? [],
    lines: entries.flatMap((entry) => entry.lines),
    pending: entries.filter((entry) => !entry.isBooked).length,
    isCopy: ['DUPL', 'CODU'].includes(textAt(node, 'CpyDplctInd')),
    place,
    entries,
    summary: find(node, 'TxsSummry'),
  };
}

/** Of the balances, of the account, or of the first entry, which agree. */
function currencyOf(node: XmlNode, ofBalances: string | undefined, place: string): string {
  const ofAccount = textAt(node, 'Acct/Ccy');
  const told = ofBalances ?? (ofAccount || find(node, 'Ntry/Amt')?.attributes.Ccy) ?? '';
  if (!isCurrencyCode(told) || (ofAccount !== '' && ofAccount !== told)) {
    throw new NotReadable(`${place}/Acct/Ccy`);
  }
  return told;
}

/** Pages that follow each other, each with what its own summary announces. */
function provenPages({ found, pages, broken }: JoinedPages<CamtPage>): ParsedStatement {
  const statement = statementOf(found);
  const { opening, closing, place } = found;
  if (found.format === 'camt.053' && (opening === null || closing === null))
    throw new NotReadable(`${place}/Bal`);
  if (broken)
    return { ...statement, proof: { state: 'broken', fault: 'other', place: `${broken.place}/Bal ITBD` } };
  if (statement.proof.state === 'broken') return statement;
  const fault = pages.flatMap((page) => faultOf(page, pages) ?? [])[0];
  return fault ? { ...statement, proof: { state: 'broken', fault: 'other', place: fault } } : statement;
}

/** What a summary announces must be on its page, or on all pages together; pending entries counted or not. */
function faultOf({ summary, currency, place, entries }: CamtPage, pages: readonly CamtPage[]): string | null {
  if (!summary) return null;
  const whole = pages.flatMap((page) => page.entries);
  const counted = [entries, whole].flatMap((each) => [each.filter((entry) => entry.isBooked), each]);
  const faults = counted.map((each) => summaryFault(summary, each, currency));
  return faults.includes(null) ? null : `${place}/TxsSummry/${faults[0]}`;
}
