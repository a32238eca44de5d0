import type { AnswerOf } from '@qafila/shared/access/endpoint';
import { type Money, money } from '@qafila/shared/kernel/money';
import {
  confirmMatches,
  type DESK_VIEWS,
  type MatchView,
  reviewMatches,
  type StatementLineView,
  transferDesk,
} from '@qafila/shared/payments/desk.contract';
import { deadlineAfter, HOLD_BUSINESS_DAYS } from '@qafila/shared/payments/payments.rules';
import { importStatement } from '@qafila/shared/payments/statements.contract';
import type { TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { BlindIndex } from '../../../platform/crypto/blind-index';
import { oneRow } from '../../../platform/database/unit-of-work';
import { newId, newPublicCode } from '../../../platform/ids/new-id';
import { PaymentOpening } from '../../ordering/ordering.api';
import { Ledger } from '../app/ledger';
import { InstructionRepository } from '../db/instruction.repository';
import { SELLER_IBAN_PLACE } from '../db/seller.repository';
import { type NewEntry, receivedThrough, splitPayment } from '../domain/ledger-entry';
import { stillDue } from '../domain/matching/payable';
import { camtFile, type MadeEntry, type MadeStatement, OUR_IBAN } from './camt-file';

export const sar = (minor: number): Money<'SAR'> => money(minor, 'SAR');

/** The seller settings of the tests; the account is the one `camtFile` writes statements for. */
export async function seedSeller(app: TestApp): Promise<void> {
  const sealer = await app.sealer(null);
  const identity = {
    nameLatin: 'Caravan Store Trading Co.',
    nameArabic: 'شركة متجر القافلة التجارية',
    otherNames: ['Caravan'],
    addressLines: ['6218 Al Kharj Road', 'Riyadh 14317-3095'],
    phones: ['+966114001234'],
    mails: ['trade@caravan.example'],
    domains: ['caravan.example'],
    vatNumber: '310998877600003',
    registrationNumber: '7009988776',
    gs1Prefix: '628100',
    bank: { latin: 'Najd Commercial Bank', arabic: 'بنك نجد التجاري' },
  };
  await app.system((tx) =>
    tx.query(
      `insert into seller_settings (id, identity, iban_enc, iban_hash, bic, version) values (1, $1, $2, $3, 'NJDBSARI', 1)
       on conflict do nothing`,
      [identity, sealer.seal(SELLER_IBAN_PLACE, OUR_IBAN), app.get(BlindIndex).ofIban(OUR_IBAN)],
    ),
  );
}

export interface SeededOrder {
  readonly companyId: string;
  readonly orderId: string;
  readonly reference: string;
}

/** A submitted order of a company with its transfer instruction; `total` in halalas. */
export async function seedOrder(
  app: TestApp,
  given: { companyId: string; total: number },
): Promise<SeededOrder> {
  const orderId = newId();
  const at = app.clock.now();
  const deadline = deadlineAfter(at, HOLD_BUSINESS_DAYS.value);
  // Whoever placed an order has the company's key made.
  await app.sealer(given.companyId);
  const reference = await app.system(async (tx) => {
    await tx.query(
      `insert into orders (company_id, id, code, name, state, version, currency, ship_to, address_id, goods_minor, total_minor,
         minimum_kind, minimum_minor, hold_until, created_by, created_at, changed_at, submitted_at)
       values ($1, $2, $3, 'Test order', 'submitted', 1, 'SAR', 'warehouse',
         (select id from company_addresses where company_id = $1 limit 1), $4, $4, 'later', 0, $5, $6, $7, $7, $7)`,
      [given.companyId, orderId, newPublicCode(), given.total, deadline, newId(), at],
    );
    const amount = sar(given.total);
    await app.get(PaymentOpening).open(tx, { companyId: given.companyId, orderId, amount, at, deadline });
    const [row] = await tx.query<{ reference: string }>(
      'select reference from transfer_instructions where order_id = $1',
      [orderId],
    );
    return row?.reference ?? '';
  });
  return { companyId: given.companyId, orderId, reference };
}

let statementNumber = 0;
/** Imports a statement with these entries and answers what the desk's owner gets. */
export function importEntries(
  app: TestApp,
  given: { as: TestPerson; entries: readonly MadeEntry[]; statement?: MadeStatement },
) {
  statementNumber += 1;
  const made = { number: `ST-${statementNumber}`, ...given.statement, entries: given.entries };
  return importFile(app, given.as, camtFile([made]));
}

export const importFile = (app: TestApp, as: TestPerson, file: string | Buffer) =>
  app.call(importStatement, { as, file: { bytes: file, type: 'application/xml' } });

/** Lines of a view of the desk. */
export async function deskLines(
  app: TestApp,
  as: TestPerson,
  view: (typeof DESK_VIEWS)[number] = 'open',
): Promise<StatementLineView[]> {
  const answer = await app.call(transferDesk, { as, query: { view } });
  if (answer.status !== 200) throw new Error(`desk answered ${answer.status}`);
  return answer.body.rows;
}

/** True for a line that something proposes or books for the order. */
export const pays =
  (orderId: string) =>
  (line: StatementLineView): boolean =>
    line.matches.some(({ order }) => order?.id === orderId);

/** The only match of a line. */
export function matchOf(line: StatementLineView | undefined): MatchView {
  const [match, another] = line?.matches ?? [];
  if (!match || another) throw new Error(`a line with ${line?.matches.length} matches`);
  return match;
}

/** The matches of these lines, as a review asks for them. */
export const asked = (lines: readonly StatementLineView[]): { matchId: string; version: number }[] =>
  lines.flatMap(({ matches }) =>
    matches
      .filter(({ state }) => state === 'proposed' || state === 'first_confirmed')
      .map(({ id, version }) => ({ matchId: id, version })),
  );

export async function reviewOf(
  app: TestApp,
  as: TestPerson,
  lines: readonly StatementLineView[],
): Promise<AnswerOf<typeof reviewMatches> & { matches: { matchId: string; version: number }[] }> {
  const matches = asked(lines);
  const answer = await app.call(reviewMatches, { as, body: { matches } });
  if (answer.status !== 200) throw new Error(`review answered ${answer.status} ${answer.body.code}`);
  return { ...answer.body, matches };
}

/** Reviews these lines and confirms them with a fresh code, as one person does. */
export async function confirmLines(app: TestApp, as: TestPerson, lines: readonly StatementLineView[]) {
  const { hash, matches } = await reviewOf(app, as, lines);
  return app.call(confirmMatches, { as, body: { hash, matches }, freshCode: await app.freshCode(as) });
}

/** Sums of the ledger's accounts for an order, in halalas. */
export async function ledgerOf(app: TestApp, orderId: string): Promise<Record<string, number>> {
  const rows = await app.system((tx) =>
    tx.query<{ account: string; sum: string }>(
      `select p.account, sum(p.amount_minor) as sum from ledger_postings p join ledger_entries e
         on e.company_id = p.company_id and e.id = p.entry_id where e.order_id = $1 group by 1`,
      [orderId],
    ),
  );
  return Object.fromEntries(rows.map((row) => [row.account, Number(row.sum)]));
}

/**
 * Money for an order as a gateway would bring it, or sent back from the bank; in halalas. Negative where the payer's bank
 * took it back, and where what was sent back failed.
 */
export async function bookMoney(
  app: TestApp,
  given: {
    readonly companyId: string;
    readonly orderId: string;
    readonly received?: number;
    readonly refunded?: number;
  },
): Promise<void> {
  const { companyId, orderId, received = 0, refunded = 0 } = given;
  await app.system(async (tx) => {
    if (received > 0) {
      const order = oneRow(await app.get(InstructionRepository).ofOrder(tx, companyId, orderId));
      const split = splitPayment(sar(received), stillDue(order.total, order.received));
      const postings = receivedThrough('provider_clearing', split);
      await app
        .get(Ledger)
        .book(tx, [{ companyId, orderId, matchId: null, kind: 'payment_captured', postings }]);
    }
    if (received < 0) await app.get(Ledger).book(tx, [disputeOf({ companyId, orderId, received })]);
    if (refunded !== 0) await app.get(Ledger).book(tx, [refundOf({ companyId, orderId, refunded })]);
  });
}

/** What its payer's bank took back of an order. */
const disputeOf = (given: {
  readonly companyId: string;
  readonly orderId: string;
  readonly received: number;
}): NewEntry => ({
  companyId: given.companyId,
  orderId: given.orderId,
  matchId: null,
  kind: 'dispute_opened',
  postings: receivedThrough('provider_clearing', { order: sar(given.received), credit: sar(0) }),
});

/** Money of an order that left the bank, or came back to it, as a refund books it. */
const refundOf = (given: {
  readonly companyId: string;
  readonly orderId: string;
  readonly refunded: number;
}): NewEntry => ({
  companyId: given.companyId,
  orderId: given.orderId,
  matchId: null,
  kind: given.refunded > 0 ? 'refund_sent' : 'refund_failed',
  postings: [
    { account: 'order', amount: sar(given.refunded) },
    { account: 'bank_clearing', amount: sar(-given.refunded) },
  ],
});
