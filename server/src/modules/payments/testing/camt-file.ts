import { saudiIban } from '@qafila/shared/payments/iban';

/** One entry of a made-up statement; amounts as a bank writes them. */
export interface MadeEntry {
  readonly amount: string;
  readonly direction?: 'CRDT' | 'DBIT';
  readonly currency?: string;
  readonly state?: string;
  readonly date?: string;
  readonly bankReference?: string;
  readonly text?: string;
  readonly payerName?: string;
  readonly payerIban?: string;
  /** `<NtryDtls>…</NtryDtls>` as given, instead of the one made of the fields above. */
  readonly details?: string;
  readonly reversal?: boolean;
}
export interface MadeStatement {
  readonly number?: string;
  readonly iban?: string;
  readonly currency?: string;
  readonly date?: string;
  readonly opening?: string;
  readonly closing?: string;
  readonly balances?: readonly [string, string];
  readonly summary?: string;
  readonly entries?: readonly MadeEntry[];
}

export const OUR_IBAN = saudiIban('80', '608010167519');
export const PAYER_IBAN = saudiIban('10', '1234567890');

export const escaped = (text: string): string =>
  text.replace(/[&<>"]/g, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);

function detailsOf(entry: MadeEntry): string {
  const iban = entry.payerIban ? `<DbtrAcct><Id><IBAN>${entry.payerIban}</IBAN></Id></DbtrAcct>` : '';
  return `<NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>${escaped(entry.payerName ?? 'PAYER')}</Nm></Pty></Dbtr>${iban}
    </RltdPties><RmtInf><Ustrd>${escaped(entry.text ?? '')}</Ustrd></RmtInf></TxDtls></NtryDtls>`;
}

const entryXml = (entry: MadeEntry, given: Required<Pick<MadeStatement, 'date' | 'currency'>>): string =>
  `<Ntry><Amt Ccy="${entry.currency ?? given.currency}">${entry.amount}</Amt>
    <CdtDbtInd>${entry.direction ?? 'CRDT'}</CdtDbtInd>
    ${entry.reversal === undefined ? '' : `<RvslInd>${entry.reversal}</RvslInd>`}
    <Sts><Cd>${entry.state ?? 'BOOK'}</Cd></Sts>
    <BookgDt><Dt>${entry.date ?? given.date}</Dt></BookgDt>
    ${entry.bankReference ? `<AcctSvcrRef>${entry.bankReference}</AcctSvcrRef>` : ''}
    ${entry.details ?? detailsOf(entry)}</Ntry>`;

const balanceXml = (kind: string, amount: string, given: { currency: string; date: string }): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>
    <Amt Ccy="${given.currency}">${amount.replace('-', '')}</Amt>
    <CdtDbtInd>${amount.startsWith('-') ? 'DBIT' : 'CRDT'}</CdtDbtInd><Dt><Dt>${given.date}</Dt></Dt></Bal>`;

/** In halalas; only for figures of tests, which have two decimals. */
const minorOf = (text: string): number => Number(text.replace('.', ''));
const textOf = (minor: number): string => {
  const digits = String(Math.abs(minor)).padStart(3, '0');
  return `${minor < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
};

/** The closing balance that proves, for entries with two decimals. */
export function closingOf(opening: string, entries: readonly MadeEntry[]): string {
  const booked = entries.filter((entry) => (entry.state ?? 'BOOK') === 'BOOK');
  const moved = booked.map((entry) => (entry.direction === 'DBIT' ? -1 : 1) * minorOf(entry.amount));
  return textOf(moved.reduce((a, b) => a + b, minorOf(opening)));
}

function statementXml(made: MadeStatement): string {
  const given = { currency: made.currency ?? 'SAR', date: made.date ?? '2026-11-22' };
  const entries = made.entries ?? [];
  const opening = made.opening ?? '1000.00';
  const [first, last] = made.balances ?? ['OPBD', 'CLBD'];
  return `<Stmt><Id>${made.number ?? 'ST-1'}</Id>
    <FrToDt><FrDtTm>${given.date}T00:00:00</FrDtTm><ToDtTm>${given.date}T23:59:59</ToDtTm></FrToDt>
    <Acct><Id><IBAN>${made.iban ?? OUR_IBAN}</IBAN></Id><Ccy>${given.currency}</Ccy></Acct>
    ${balanceXml(first, opening, given)}${balanceXml(last, made.closing ?? closingOf(opening, entries), given)}
    ${made.summary ?? ''}${entries.map((entry) => entryXml(entry, given)).join('\n')}</Stmt>`;
}

/** A camt.053 message as a bank would send it. */
export const camtFile = (
  statements: readonly MadeStatement[],
  given: { readonly version?: string; readonly prefix?: string } = {},
): string => {
  const name = `urn:iso:std:iso:20022:tech:xsd:camt.053.001.${given.version ?? '08'}`;
  const body = `<BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>${statements.map(statementXml).join('')}</BkToCstmrStmt>`;
  if (given.prefix === undefined)
    return `<?xml version="1.0" encoding="UTF-8"?>\n<Document xmlns="${name}">${body}</Document>`;
  const prefixed = body.replace(/<(\/?)(\w)/g, `<$1${given.prefix}:$2`);
  return `<?xml version="1.0"?><${given.prefix}:Document xmlns:${given.prefix}="${name}">${prefixed}</${given.prefix}:Document>`;
};
