import { escaped } from './camt-file';
import { closingOf, decimal, type TrueLine, type Truth } from './made-truth';

export interface CamtWriting {
  readonly message: '053' | '054';
  /** `02` to `10`. Before 08 the parties have no `Pty`, and the status no code of its own before 04. */
  readonly version: string;
  readonly encoding?: string;
  readonly pages?: number;
}

const sideOf = (units: bigint): string => (units < 0n ? 'DBIT' : 'CRDT');
const balance = (kind: string, units: bigint): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="SAR">${decimal(units)}</Amt>
<CdtDbtInd>${sideOf(units)}</CdtDbtInd><Dt><Dt>2026-11-30</Dt></Dt></Bal>`;

function entry(line: TrueLine, version: number): string {
  // A reversed credit names the one who paid it, as a credit does.
  const role = line.units < 0n === line.isReversal ? 'Dbtr' : 'Cdtr';
  const name = `<Nm>${escaped(line.payerName)}</Nm>`;
  return `<Ntry><Amt Ccy="SAR">${decimal(line.units)}</Amt>
<CdtDbtInd>${sideOf(line.units)}</CdtDbtInd>
${line.isReversal ? '<RvslInd>true</RvslInd>' : ''}<Sts>${version < 4 ? 'BOOK' : '<Cd>BOOK</Cd>'}</Sts>
<BookgDt><Dt>${line.bookedOn}</Dt></BookgDt>
<ValDt><DtTm>${line.valueOn}T09:00:00</DtTm></ValDt>
<AcctSvcrRef>${line.bankReference}</AcctSvcrRef>
<NtryDtls><TxDtls><Refs><EndToEndId>NOTPROVIDED</EndToEndId></Refs>
<RltdPties><${role}>${version < 8 ? name : `<Pty>${name}</Pty>`}</${role}>
<${role}Acct><Id><IBAN>${line.payerIban}</IBAN></Id></${role}Acct></RltdPties>
<RmtInf><Ustrd>${escaped(line.text)}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`;
}

/** A camt.053 or camt.054 message that says the truth, in one page or several. */
export function camtOf(truth: Truth, writing: CamtWriting): string {
  const { message, pages = 1 } = writing;
  const names = { '053': ['BkToCstmrStmt', 'Stmt'], '054': ['BkToCstmrDbtCdtNtfctn', 'Ntfctn'] } as const;
  const [root, name] = names[message];
  const perPage = Math.ceil(truth.lines.length / pages);
  const parts = Array.from({ length: pages }, (_, i) => truth.lines.slice(i * perPage, (i + 1) * perPage));
  let running = truth.opening;
  const bodies = parts.map((lines, i) => {
    const opening = running;
    running = closingOf({ ...truth, opening, lines });
    const balances = `${balance(i === 0 ? 'OPBD' : 'ITBD', opening)}${balance(i === pages - 1 ? 'CLBD' : 'ITBD', running)}`;
    return `<${name}><Id>${truth.number}</Id>
<${name}Pgntn><PgNb>${i + 1}</PgNb><LastPgInd>${i === pages - 1}</LastPgInd></${name}Pgntn>
<Acct><Id><IBAN>${truth.account}</IBAN></Id><Ccy>SAR</Ccy></Acct>
${message === '053' ? balances : ''}${lines.map((line) => entry(line, Number(writing.version))).join('\n')}</${name}>`;
  });
  return `<?xml version="1.0" encoding="${writing.encoding ?? 'UTF-8'}"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.${message}.001.${writing.version}">
<${root}><GrpHdr><MsgId>M1</MsgId></GrpHdr>
${bodies.join('\n')}
</${root}></Document>`;
}
