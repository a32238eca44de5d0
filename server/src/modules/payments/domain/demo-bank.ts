import { formatAmount } from '@qafila/shared/kernel/format';
import { add, compare, type Money, money, subtract, sum } from '@qafila/shared/kernel/money';
import { saudiIban } from '@qafila/shared/payments/iban';
import { shownReference } from '@qafila/shared/payments/reference.rules';

/** An order that waits for its transfer, oldest first. */
export interface OpenTransfer {
  readonly companyId: string;
  readonly company: string;
  readonly reference: string;
  readonly due: Money;
  readonly hasMoney: boolean;
}
/** One payment of the demo world. */
export interface DemoPayment {
  readonly amount: Money;
  readonly payerName: string;
  readonly payerIban: string;
  readonly text: string;
  readonly bankReference: string;
}
/** A refund that the demo bank pays out today. */
export interface DemoRefund {
  readonly amount: Money;
  readonly endToEnd: string;
  readonly holder: string;
  readonly iban: string;
}
export interface DemoStatement {
  readonly number: string;
  readonly iban: string;
  /** ISO date of the day, and the time of writing. */
  readonly date: string;
  readonly at: string;
  readonly opening: Money;
  readonly payments: readonly DemoPayment[];
  readonly refunds: readonly DemoRefund[];
}

/** What the bank of one payer kept as its fee, so that the order stays short. */
export const SHORT_BY = money(1250, 'SAR');
const UNKNOWN_AMOUNT = money(187_500, 'SAR');

/** Bank codes of Saudi IBANs; the accounts are made up. */
const BANKS = ['80', '10', '20', '45'];

/** An account that belongs to nobody, always the same for the same seed. */
function madeIban(seed: string): string {
  const digits = [...seed].reduce(
    (sum, symbol) => (sum * 31 + (symbol.codePointAt(0) ?? 0)) % 999_999_937,
    7,
  );
  return saudiIban(BANKS[digits % BANKS.length] ?? '80', `6080${digits}`);
}

const arabicDigits = (text: string): string =>
  text.replace(/\d/g, (digit) => '٠١٢٣٤٥٦٧٨٩'.charAt(Number(digit)));

/** As payers type it: read from the page, without blanks, or on an Arabic keyboard. */
const WAYS = [
  (reference: string): string => `Payment ${shownReference(reference)}`,
  (reference: string): string => reference.toLowerCase(),
  (reference: string): string => `سداد طلب ${arabicDigits(shownReference(reference))}`,
];

/**
 * What the open orders' traders pay today: each exactly, the oldest of two or more without
 * money 12.50 short, and one payment from somebody unknown without a reference.
 */
export function demoPayments(open: readonly OpenTransfer[], number: string): DemoPayment[] {
  const untouched = open.filter((each) => !each.hasMoney && isMoreThanShort(each.due));
  const short = untouched.length > 1 ? untouched[0] : undefined;
  const paid = open.map((each, i) => {
    const amount = each === short ? subtract(each.due, money(SHORT_BY.minor, each.due.currency)) : each.due;
    return {
      amount,
      payerName: each.company.toUpperCase(),
      payerIban: madeIban(each.companyId),
      text: (WAYS[i % WAYS.length] ?? shownReference)(each.reference),
      bankReference: `DB${each.reference}${amount.minor}`,
    };
  });
  const unknown = {
    amount: UNKNOWN_AMOUNT,
    payerName: 'ABDULLAH S TRADING EST',
    payerIban: madeIban('unknown payer'),
    text: 'Transfer',
    bankReference: `DB${number}`,
  };
  return [...paid, unknown];
}

const isMoreThanShort = (due: Money): boolean => compare(due, money(SHORT_BY.minor, due.currency)) > 0;

const xml = (text: string): string => text.replace(/[&<>"]/g, (symbol) => `&#${symbol.codePointAt(0) ?? 0};`);
/** A decimal as ISO 20022 writes it: no grouping. */
const decimal = (amount: Money): string => formatAmount(amount, 'en').replaceAll(',', '');
const amountXml = (amount: Money): string => `<Amt Ccy="${amount.currency}">${decimal(amount)}</Amt>`;

const balanceXml = (kind: string, amount: Money, date: string): string =>
  `      <Bal>
        <Tp><CdOrPrtry><Cd>${kind}</Cd></CdOrPrtry></Tp>
        ${amountXml(amount)}
        <CdtDbtInd>CRDT</CdtDbtInd>
        <Dt><Dt>${date}</Dt></Dt>
      </Bal>`;

interface DemoEntry {
  readonly amount: Money;
  readonly side: 'CRDT' | 'DBIT';
  readonly bankReference: string;
  readonly endToEnd: string;
  readonly party: { readonly name: string; readonly iban: string };
  readonly text: string;
}
const paymentEntry = ({ amount, bankReference, payerName, payerIban, text }: DemoPayment): DemoEntry => ({
  amount,
  side: 'CRDT',
  bankReference,
  endToEnd: 'NOTPROVIDED',
  party: { name: payerName, iban: payerIban },
  text,
});
const refundEntry = ({ amount, endToEnd, holder, iban }: DemoRefund): DemoEntry => ({
  amount,
  side: 'DBIT',
  bankReference: `DB${endToEnd}`,
  endToEnd,
  party: { name: holder, iban },
  text: `Refund ${endToEnd}`,
});

/** Who stands on the other side: whoever paid us, or whom we pay. */
const PARTY = { CRDT: 'Dbtr', DBIT: 'Cdtr' } as const;
const entryXml = (entry: DemoEntry, date: string): string =>
  `      <Ntry>
        ${amountXml(entry.amount)}
        <CdtDbtInd>${entry.side}</CdtDbtInd>
        <Sts><Cd>BOOK</Cd></Sts>
        <BookgDt><Dt>${date}</Dt></BookgDt>
        <ValDt><Dt>${date}</Dt></ValDt>
        <AcctSvcrRef>${xml(entry.bankReference)}</AcctSvcrRef>
        <NtryDtls>
          <TxDtls>
            <Refs><EndToEndId>${xml(entry.endToEnd)}</EndToEndId></Refs>
            ${amountXml(entry.amount)}
            <CdtDbtInd>${entry.side}</CdtDbtInd>
            <RltdPties>
              <${PARTY[entry.side]}><Pty><Nm>${xml(entry.party.name)}</Nm></Pty></${PARTY[entry.side]}>
              <${PARTY[entry.side]}Acct><Id><IBAN>${entry.party.iban}</IBAN></Id></${PARTY[entry.side]}Acct>
            </RltdPties>
            <RmtInf><Ustrd>${xml(entry.text)}</Ustrd></RmtInf>
          </TxDtls>
        </NtryDtls>
      </Ntry>`;

const summaryXml = (name: string, amounts: readonly Money[], currency: Money['currency']): string =>
  `<${name}><NbOfNtries>${amounts.length}</NbOfNtries><Sum>${decimal(sum(amounts, currency))}</Sum></${name}>`;

/** The statement as a camt.053.001.08 message; its balances prove. */
export function camt053Of(statement: DemoStatement): string {
  const { payments, refunds, opening, date } = statement;
  const { currency } = opening;
  const [came, went] = [payments.map(({ amount }) => amount), refunds.map(({ amount }) => amount)];
  const closing = subtract(add(opening, sum(came, currency)), sum(went, currency));
  const entries = [...payments.map(paymentEntry), ...refunds.map(refundEntry)];
  return `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.08">
  <BkToCstmrStmt>
    <GrpHdr><MsgId>${xml(statement.number)}</MsgId><CreDtTm>${statement.at}</CreDtTm></GrpHdr>
    <Stmt>
      <Id>${xml(statement.number)}</Id>
      <CreDtTm>${statement.at}</CreDtTm>
      <FrToDt><FrDtTm>${date}T00:00:00+03:00</FrDtTm><ToDtTm>${date}T23:59:59+03:00</ToDtTm></FrToDt>
      <Acct><Id><IBAN>${statement.iban}</IBAN></Id><Ccy>${opening.currency}</Ccy></Acct>
${balanceXml('OPBD', opening, date)}
${balanceXml('CLBD', closing, date)}
      <TxsSummry>
        ${summaryXml('TtlNtries', [...came, ...went], currency)}
        ${summaryXml('TtlCdtNtries', came, currency)}
        ${summaryXml('TtlDbtNtries', went, currency)}
      </TxsSummry>
${entries.map((entry) => entryXml(entry, date)).join('\n')}
    </Stmt>
  </BkToCstmrStmt>
</Document>
`;
}
