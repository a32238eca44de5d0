import { Injectable } from '@nestjs/common';
import { isNegative, money } from '@qafila/shared/kernel/money';
import { findReferences, nearReferences } from '@qafila/shared/payments/reference.rules';
import { FieldCipher, type Sealer } from '../../../platform/crypto/field-cipher';
import type { Tx } from '../../../platform/database/unit-of-work';
import { type BookedRow, FactsRepository } from '../db/facts.repository';
import { linePlace } from '../db/line.mapper';
import { LineRepository } from '../db/line.repository';
import { SentRefundRepository } from '../db/sent-refund.repository';
import { opposite } from '../domain/ledger-entry';
import type { BookedPayment, MatchingFacts, NewLine } from '../domain/matching/facts';
import { dueOf, type PayableOrder } from '../domain/matching/payable';
import { isReturn } from '../domain/matching/returns';

/** Gathers what lines can be matched with: as many statements for one line as for ten thousand. */
@Injectable()
export class LoadFacts {
  constructor(
    private readonly facts: FactsRepository,
    private readonly stored: LineRepository,
    private readonly refunds: SentRefundRepository,
    private readonly cipher: FieldCipher,
  ) {}

  async run(tx: Tx, lines: readonly NewLine[], companyIds: readonly string[] = []): Promise<MatchingFacts> {
    const references = unique(
      lines.flatMap(({ text }) => [...findReferences(text), ...nearReferences(text)]),
    );
    const orders = await this.facts.ordersByReference(tx, references);
    const payers = await this.facts.payers(
      tx,
      unique(lines.flatMap(({ payerIbanHash }) => payerIbanHash ?? [])),
    );
    const concerned = unique([
      ...companyIds,
      ...orders.map(({ companyId }) => companyId),
      ...[...payers.values()].flatMap((companies) => [...companies]),
    ]);
    const companies = await this.facts.companies(tx, { ids: concerned, references });
    const open = await this.facts.openOf(tx, unique(companies.map(({ companyId }) => companyId)));
    return {
      orders: new Map(orders.map((order) => [order.reference, order])),
      companies: new Map(companies.map((company) => [company.companyId, company])),
      ownReferences: new Map(
        companies.flatMap(({ companyId, reference }) => (reference ? [[reference, companyId]] : [])),
      ),
      openOf: grouped(open),
      needing: await this.facts.needing(tx, amountsOf(lines, open)),
      receipts: await this.facts.receipts(tx, open),
      payers,
      returns: await this.returns(tx, lines),
      booked: await this.booked(tx, lines),
      refunds: await this.refunds.sentOf(tx, unique(lines.map(({ amount }) => Math.abs(amount.minor)))),
    };
  }

  /** Ways back of money of these amounts that no match takes; those of the lines themselves are stored already. */
  private async returns(tx: Tx, lines: readonly NewLine[]): Promise<NewLine[]> {
    const back = lines.map(({ amount }) => opposite(amount)).filter(isNegative);
    const found = await this.stored.ofAmounts(tx, back, 'imported');
    if (found.length === 0) return [];
    return (await this.stored.opened(tx, found, await this.cipher.sealerFor(null))).filter(isReturn);
  }

  /** Payments that lines could take back. */
  private async booked(tx: Tx, lines: readonly NewLine[]): Promise<BookedPayment[]> {
    const back = lines.filter(isReturn);
    const rows = await this.facts.booked(tx, unique(back.map(({ amount }) => Math.abs(amount.minor))));
    const sealer = await this.cipher.sealerFor(null);
    return rows.map((row) => paymentOf(row, sealer));
  }
}

/** Amounts of lines that one of these orders needs, in minor units. */
function amountsOf(lines: readonly NewLine[], open: readonly PayableOrder[]): number[] {
  const needed = new Set(open.map((order) => dueOf(order).minor));
  return unique(lines.map(({ amount }) => amount.minor)).filter((minor) => needed.has(minor));
}

const unique = <T>(values: readonly T[]): T[] => [...new Set(values)];

function grouped(orders: readonly PayableOrder[]): ReadonlyMap<string, readonly PayableOrder[]> {
  const found = new Map<string, PayableOrder[]>();
  for (const order of orders) {
    const own = found.get(order.companyId);
    if (own) own.push(order);
    else found.set(order.companyId, [order]);
  }
  return found;
}

const paymentOf = (row: BookedRow, sealer: Sealer): BookedPayment => ({
  matchId: row.match_id,
  lineId: row.line_id,
  lineAmount: money(Number(row.line_minor), row.currency),
  amount: money(Number(row.amount_minor), row.currency),
  writtenOff: money(Number(row.written_off_minor), row.currency),
  companyId: row.company_id,
  orderId: row.order_id,
  reference: row.reference,
  bankReference: row.bank_reference,
  endToEnd: row.end_to_end_enc && sealer.open(linePlace('end_to_end_enc', row.line_id), row.end_to_end_enc),
  payerIbanHash: row.payer_iban_hash,
});
