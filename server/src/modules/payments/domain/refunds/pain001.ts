import { decimalOf } from '@qafila/shared/kernel/decimal';
import { type Money, sum } from '@qafila/shared/kernel/money';
import { bankText } from './bank-text';

/** One refund as the bank is told it. */
export interface FileRefund {
  /** Comes back on the statement with the debit; the bank never pays two of the same. */
  readonly endToEnd: string;
  readonly amount: Money;
  readonly holder: string;
  readonly iban: string;
  readonly text: string;
}
export interface RefundFile {
  readonly messageId: string;
  /** When the file was made, and the ISO date on which the bank pays. */
  readonly at: Date;
  readonly payOn: string;
  readonly debtor: { readonly name: string; readonly iban: string; readonly bic: string };
  readonly refunds: readonly FileRefund[];
}

/** What ISO 20022 and the banks behind it take. */
const NAME = 70;
const TEXT = 140;

/** Whatever is not a name or a number of ours goes through here, even where its letters are safe already. */
const escaped = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.codePointAt(0) ?? 0};`);
const totalOf = ({ refunds }: RefundFile): Money =>
  sum(
    refunds.map(({ amount }) => amount),
    refunds[0]?.amount.currency ?? 'SAR',
  );

const transferXml = (refund: FileRefund): string => `      <CdtTrfTxInf>
        <PmtId><InstrId>${refund.endToEnd}</InstrId><EndToEndId>${refund.endToEnd}</EndToEndId></PmtId>
        <Amt><InstdAmt Ccy="${refund.amount.currency}">${decimalOf(refund.amount)}</InstdAmt></Amt>
        <Cdtr><Nm>${escaped(bankText(refund.holder, NAME))}</Nm></Cdtr>
        <CdtrAcct><Id><IBAN>${refund.iban}</IBAN></Id></CdtrAcct>
        <RmtInf><Ustrd>${escaped(bankText(refund.text, TEXT))}</Ustrd></RmtInf>
      </CdtTrfTxInf>`;

/**
 * Refunds as one ISO 20022 message, pain.001.001.09: one payment block of our account, each transfer booked by itself
 * so that its debit stands alone on the statement. We bear the charges: what was paid goes back whole.
 */
export function pain001Of(file: RefundFile): string {
  const { debtor, refunds, messageId } = file;
  const counted = `<NbOfTxs>${refunds.length}</NbOfTxs><CtrlSum>${decimalOf(totalOf(file))}</CtrlSum>`;
  const name = escaped(bankText(debtor.name, NAME));
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:pain.001.001.09">
  <CstmrCdtTrfInitn>
    <GrpHdr>
      <MsgId>${messageId}</MsgId>
      <CreDtTm>${file.at.toISOString()}</CreDtTm>
      ${counted}
      <InitgPty><Nm>${name}</Nm></InitgPty>
    </GrpHdr>
    <PmtInf>
      <PmtInfId>${messageId}-1</PmtInfId>
      <PmtMtd>TRF</PmtMtd>
      <BtchBookg>false</BtchBookg>
      ${counted}
      <ReqdExctnDt><Dt>${file.payOn}</Dt></ReqdExctnDt>
      <Dbtr><Nm>${name}</Nm></Dbtr>
      <DbtrAcct><Id><IBAN>${debtor.iban}</IBAN></Id><Ccy>${totalOf(file).currency}</Ccy></DbtrAcct>
      <DbtrAgt><FinInstnId><BICFI>${debtor.bic}</BICFI></FinInstnId></DbtrAgt>
      <ChrgBr>DEBT</ChrgBr>
${refunds.map(transferXml).join('\n')}
    </PmtInf>
  </CstmrCdtTrfInitn>
</Document>
`;
}
