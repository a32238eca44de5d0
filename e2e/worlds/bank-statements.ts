import { randomUUID } from 'node:crypto';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { type Money, sum } from '@qafila/shared/kernel/money';

/** One transfer that arrived. */
export interface Arrived {
  readonly amount: Money;
  /** What the payer wrote. */
  readonly text: string;
}

/** The bank's camt.053 of one day on this account: these transfers and nothing else, its balance proven. */
export function statementOf(iban: string, transfers: readonly Arrived[]): string {
  const day = new Date().toISOString().slice(0, 10);
  const total = sum(
    transfers.map(({ amount }) => amount),
    'SAR',
  );
  const balance = (kind: string, amount: string): string =>
    `<Bal><Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp><Amt Ccy="SAR">${amount}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
      <Dt><Dt>${day}</Dt></Dt></Bal>`;
  const entries = transfers.map(
    ({ amount, text }) => `<Ntry><Amt Ccy="SAR">${decimalOf(amount)}</Amt><CdtDbtInd>CRDT</CdtDbtInd>
      <Sts><Cd>BOOK</Cd></Sts><BookgDt><Dt>${day}</Dt></BookgDt><AcctSvcrRef>${randomUUID()}</AcctSvcrRef>
      <NtryDtls><TxDtls><RltdPties><Dbtr><Pty><Nm>DAR NOUR TRADING</Nm></Pty></Dbtr></RltdPties>
      <RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr>
  <Stmt><Id>${randomUUID().slice(0, 16)}</Id><FrToDt><FrDtTm>${day}T00:00:00</FrDtTm><ToDtTm>${day}T23:59:59</ToDtTm></FrToDt>
    <Acct><Id><IBAN>${iban}</IBAN></Id><Ccy>SAR</Ccy></Acct>
    ${balance('OPBD', '0.00')}${balance('CLBD', decimalOf(total))}${entries.join('')}</Stmt></BkToCstmrStmt></Document>`;
}
