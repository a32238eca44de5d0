import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { decimalOf } from '@qafila/shared/kernel/decimal';
import { staffToday } from '@qafila/shared/oversight/oversight.contract';
import { companyCredit, useCredit } from '@qafila/shared/payments/credit.contract';
import { findTargets, splitLine } from '@qafila/shared/payments/desk.contract';
import { saudiIban } from '@qafila/shared/payments/iban';
import {
  approveRefunds,
  orderRefunds,
  refundFile,
  refuseRefund,
  reviewRefunds,
  withdrawRefund,
} from '@qafila/shared/payments/refunds.contract';
import { outcome } from '../../../../test/support/outcome';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { newId } from '../../../platform/ids/new-id';
import { all, find, textAt } from '../domain/statements/xml-node';
import { PAYER_IBAN } from '../testing/camt-file';
import {
  bookMoney,
  deskLines,
  importEntries,
  ledgerOf,
  pays,
  type SeededOrder,
  sar,
  seedOrder,
  seedSeller,
} from '../testing/payment-world';
import { RefundWorld, seen } from '../testing/refund-world';
import { toldDue } from '../testing/told-due';
import { ApproveRefunds } from './approve-refunds';
import { AskRefund } from './ask-refund';
import { readXml } from './xml-tree';

let app: TestApp;
let world: RefundWorld;
let trader: TestPerson & { companyId: string };
beforeAll(async () => {
  app = await aTestApp();
  await seedSeller(app);
  world = new RefundWorld(app, await app.aStaff('finance'), await app.aStaff('finance'));
  trader = await app.aTrader();
});
afterAll(() => app?.close());

const paid = (given: Parameters<RefundWorld['paidOrder']>[1] = {}) =>
  world.paidOrder(trader.companyId, given);
const own = async (orderId: string) =>
  (await app.call(orderRefunds, { as: trader, params: { id: orderId } })).body.rows;
const codeOf = ({ status, body }: { status: number; body: { code?: string } }) => [status, body.code];

async function orderCode(orderId: string): Promise<string> {
  const [row] = await app.system((tx) =>
    tx.query<{ code: string }>('select code from orders where id = $1', [orderId]),
  );
  return row?.code ?? '';
}

describe('a refund by bank', () => {
  it('goes to the account that paid by two people, in a file, and is settled by its debit', async () => {
    const order = await paid();
    const asked = await world.asked(order, 120_000);
    expect(asked).toMatchObject({ state: 'asked', isMine: true, account: { holder: 'DAR NOUR' } });
    expect(asked.account?.iban).toBe(`${PAYER_IBAN.slice(0, 4)} … ${PAYER_IBAN.slice(-4)}`);
    expect((await world.approve([asked])).body).toEqual({ approved: 1 });
    const file = (await world.send([await world.now(asked)])).body;
    expect(file).toMatchObject({ count: 1, total: sar(120_000), settled: 0 });
    expect(await own(order.orderId)).toMatchObject([{ state: 'sent', ibanTail: PAYER_IBAN.slice(-4) }]);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 500_000, order: -500_000 });
    const line = await world.lineOf(asked);
    expect(line.matches).toMatchObject([{ kind: 'refund', class: 'A', needsTwoPeople: false }]);
    await world.book(line);
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 380_000, order: -380_000 });
    expect(await world.now(asked)).toMatchObject({ state: 'settled', messageId: file.messageId });
    expect((await world.list('done')).files[0]).toMatchObject({ id: file.id, settled: 1, failed: 0 });
    expect(await own(order.orderId)).toMatchObject([{ state: 'settled', amount: sar(120_000) }]);
  });

  it('that the bank gives back fails, frees the money, and is asked for anew', async () => {
    const order = await paid();
    const refund = await world.settled(order, 500_000);
    const back = await world.lineOf(refund, {
      direction: 'CRDT',
      text: 'RETURNED account closed',
      payerIban: PAYER_IBAN,
    });
    expect(back.matches).toMatchObject([{ kind: 'refund_back', needsTwoPeople: true }]);
    await world.book(back);
    expect(await world.now(refund)).toMatchObject({ state: 'failed', failure: 'returned' });
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 500_000, order: -500_000 });
    const again = await world.asked(order, 500_000, { replaces: refund.id });
    expect(codeOf(await world.askBack(order, 1, { replaces: refund.id }))).toEqual([409, 'WRONG_STATE']);
    expect(await world.now(refund)).toMatchObject({ isReplaced: true });
    expect((await world.list('failed')).rows.map(({ id }) => id)).not.toContain(refund.id);
    expect((await world.approve([again])).status).toBe(200);
  });

  it('is not taken for come back before its debit is booked', async () => {
    const refund = await world.sent(await paid(), 700);
    const back = await world.lineOf(refund, { direction: 'CRDT', reversal: true });
    await expect(world.book(back)).rejects.toThrow('REFUND_BOOK_DEBIT_FIRST');
    expect(await world.now(refund)).toMatchObject({ state: 'sent' });
  });

  it('that the bank did not take has failed, and what was proposed for it is free', async () => {
    const order = await paid();
    const refund = await world.sent(order, 900);
    const line = await world.lineOf(refund);
    const { id, version } = await world.now(refund);
    const answer = await app.call(refuseRefund, {
      as: world.finance,
      params: { id },
      body: { version, reason: 'Rejected, says the bank' },
      freshCode: await app.freshCode(world.finance),
    });
    expect(answer.body).toMatchObject({ state: 'failed', failure: 'not_taken' });
    const out = (await deskLines(app, world.finance, 'out')).find(({ id: lineId }) => lineId === line.id);
    expect(out).toMatchObject({ state: 'imported', matches: [] });
    expect((await world.asked(order, 500_000)).state).toBe('asked');
  });

  it('is found by account and amount where the bank drops its name, for two people', async () => {
    const refund = await world.sent(await paid({ payerIban: saudiIban('20', '77') }), 4321);
    const details = `<NtryDtls><TxDtls><RltdPties><Cdtr><Pty><Nm>X</Nm></Pty></Cdtr><CdtrAcct><Id><IBAN>${saudiIban('20', '77')}</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>`;
    const line = await world.lineOf(refund, { details });
    expect(line.matches).toMatchObject([{ kind: 'refund', class: 'E', needsTwoPeople: true }]);
  });

  it('that nothing names is found by hand, and booked by two people', async () => {
    const refund = await world.sent(await paid(), 8642);
    const details = `<NtryDtls><TxDtls><RltdPties><CdtrAcct><Id><IBAN>${saudiIban('20', '99')}</IBAN></Id></CdtrAcct></RltdPties></TxDtls></NtryDtls>`;
    await importEntries(app, {
      as: world.finance,
      entries: [{ amount: '86.42', direction: 'DBIT', details }],
    });
    const out = await deskLines(app, world.finance, 'out');
    const line = out.find(({ amount }) => amount.minor === -8642);
    if (!line) throw new Error('no line went out');
    const found = await app.call(findTargets, { as: world.finance, params: { id: line.id } });
    expect(found.body.rows[0]).toMatchObject({ kind: 'refund', id: refund.id, code: refund.code });
    const split = await app.call(splitLine, {
      as: world.finance,
      params: { id: line.id },
      body: {
        version: line.version,
        parts: [{ target: { kind: 'refund', id: refund.id }, amount: sar(8642) }],
        reason: 'The bank told it by phone',
      },
    });
    expect(split.body.matches).toMatchObject([{ kind: 'refund', class: null, needsTwoPeople: true }]);
    await world.book(split.body);
    expect(await world.now(refund)).toMatchObject({ state: 'settled' });
  });

  it('of what a company has as credit goes to an account that paid for it', async () => {
    const other = await app.aTrader();
    const order = await world.paidOrder(other.companyId, { total: 300_000, paid: 350_000 });
    const [credit] = (await world.refundable({ q: order.reference })).concat(
      (await world.refundable({})).filter(({ companyId }) => companyId === other.companyId),
    );
    expect(credit).toMatchObject({ source: 'credit', left: sar(50_000) });
    const way = credit?.ways[0];
    const held = await world.asked({ orderId: '', matchId: way?.id ?? '' }, 50_000, {
      source: { kind: 'credit', id: other.companyId },
    });
    // What it may use is told alike where its books are and where it pays.
    expect((await app.call(companyCredit, { as: other })).body.amounts).toEqual([]);
    const next = await seedOrder(app, { companyId: other.companyId, total: 50_000 });
    const used = await app.call(useCredit, {
      as: other,
      params: { id: next.orderId },
      body: { amount: sar(50_000) },
    });
    expect(used.body.code).toBe('NO_CREDIT');
    await app.call(withdrawRefund, {
      as: world.finance,
      params: { id: held.id },
      body: { version: held.version, reason: 'Asked for too early' },
    });
    const refund = await world.settled({ orderId: '', matchId: way?.id ?? '' }, 50_000, {
      source: { kind: 'credit', id: other.companyId },
    });
    expect(refund).toMatchObject({ source: 'credit', state: 'settled', order: { id: order.orderId } });
    expect((await world.refundable({})).some(({ companyId }) => companyId === other.companyId)).toBe(false);
  });
});

describe('an order that waits for money', () => {
  const dueOf = ({ orderId }: SeededOrder) => toldDue(app, trader, orderId);
  /** A transfer for it as the desk proposes it, booked. */
  async function transfers(order: SeededOrder, minor: number) {
    await importEntries(app, {
      as: world.finance,
      entries: [{ amount: decimalOf(sar(minor)), text: order.reference, payerIban: PAYER_IBAN }],
    });
    const line = (await deskLines(app, world.finance)).find(pays(order.orderId));
    if (!line) throw new Error('no line pays the order');
    await world.book(line);
    await app.drain();
    return line.matches[0]?.class;
  }

  it('needs anew what was sent back of it, and is confirmed by the whole of it', async () => {
    const order = await paid({ total: 100_000, paid: 50_000 });
    await world.settled(order, 50_000);
    await app.drain();
    expect(await dueOf(order)).toMatchObject({ due: 100_000, state: 'submitted' });
    expect(await transfers(order, 60_000)).toBe('B');
    expect(await dueOf(order)).toMatchObject({ due: 40_000, state: 'submitted', transfer: 'awaiting' });
    expect(await transfers(order, 40_000)).toBe('A');
    expect(await dueOf(order)).toMatchObject({ due: 0, state: 'confirmed', transfer: 'settled' });
    expect(await ledgerOf(app, order.orderId)).toEqual({ bank_clearing: 100_000, order: -100_000 });
  });

  it('is cheaper, and needs nothing, when it was paid before a part of it was sent back', async () => {
    const order = await paid({ total: 100_000 });
    await app.drain();
    await world.settled(order, 20_000);
    await app.drain();
    expect(await dueOf(order)).toMatchObject({ due: 0, state: 'confirmed', transfer: 'settled' });
  });
});

describe('never more goes back than came', () => {
  it('from an order, from an account, and from what is on its way already', async () => {
    const order = await paid();
    const tooMuch = await world.askBack(order, 500_001);
    expect(codeOf(tooMuch)).toEqual([409, 'REFUND_TOO_MUCH']);
    await world.asked(order, 300_000);
    expect(codeOf(await world.askBack(order, 200_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    await bookMoney(app, { ...order, refunded: 150_000 });
    expect(codeOf(await world.askBack(order, 50_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    expect((await world.asked(order, 50_000)).state).toBe('asked');
  });

  it('and only where it came from', async () => {
    const [order, another] = [await paid(), await paid({ payerIban: saudiIban('45', '5') })];
    const elsewhere = { orderId: order.orderId, matchId: another.matchId };
    expect(codeOf(await world.askBack(elsewhere, 1))).toEqual([409, 'REFUND_NOT_THERE']);
    const foreign = await app.aTrader();
    const theirs = await world.paidOrder(foreign.companyId);
    const stolen = { orderId: order.orderId, matchId: theirs.matchId };
    expect(codeOf(await world.askBack(stolen, 1))).toEqual([409, 'REFUND_NOT_THERE']);
    const nameless = await paid({ payerIban: '' });
    expect(codeOf(await world.askBack(nameless, 1))).toEqual([409, 'REFUND_NOT_THERE']);
  });

  it('to an account, whichever of order and credit is asked first', async () => {
    const { companyId } = await app.aTrader();
    const [one, other] = [saudiIban('10', '501'), saudiIban('10', '502')];
    const order = await world.paidOrder(companyId, { total: 60_000, paid: 100_000, payerIban: one });
    await world.paidOrder(companyId, { total: 10_000, paid: 70_000, payerIban: other });
    const ofCredit = { source: { kind: 'credit' as const, id: companyId } };
    expect((await world.askBack(order, 70_000, ofCredit)).status).toBe(200);
    const [found] = await world.refundable({ q: await orderCode(order.orderId) });
    expect(found?.ways).toMatchObject([{ left: sar(30_000) }]);
    expect(codeOf(await world.askBack(order, 30_001))).toEqual([409, 'REFUND_TOO_MUCH']);
    expect((await world.askBack(order, 30_000)).status).toBe(200);
    expect(codeOf(await world.askBack(order, 1, ofCredit))).toEqual([409, 'REFUND_TOO_MUCH']);
  });

  it('whatever is asked, withdrawn, approved and sent, in any order', async () => {
    const order = await paid({ total: 10_000 });
    const held = async (): Promise<number> => {
      const [row] = await app.system((tx) =>
        tx.query<{ held: string }>(
          `select coalesce(sum(amount_minor), 0) as held from refunds
           where order_id = $1 and state in ('asked', 'approved', 'sent', 'settled')`,
          [order.orderId],
        ),
      );
      return Number(row?.held);
    };
    for (const [at, part] of [4000, 3000, 5000, 3000, 2500, 500, 1].entries()) {
      const before = await held();
      const answer = await world.askBack(order, part);
      expect(answer.status === 200).toBe(before + part <= 10_000);
      if (answer.status === 200 && at % 2 === 1) {
        const { id, version } = answer.body;
        await app.call(withdrawRefund, {
          as: world.second,
          params: { id },
          body: { version, reason: 'Not now' },
        });
      }
      expect(await held()).toBeLessThanOrEqual(10_000);
    }
  });

  it('the database refuses it, whoever writes', async () => {
    const order = await paid({ total: 9000 });
    const refund = await world.asked(order, 9000);
    const copy = (columns: string) =>
      app.system((tx) =>
        tx.query(
          `insert into refunds (company_id, id, code, source, order_id, method, match_id, account_tail, amount_minor, currency,
             pay_minor, pay_currency, state, reason_enc, asked_by, asked_at, changed_at, version)
           select company_id, $2, $3, source, order_id, method, match_id, account_tail, ${columns}, currency, pay_minor,
             pay_currency, 'asked', reason_enc, asked_by, asked_at, changed_at, 1 from refunds where id = $1`,
          [refund.id, newId(), `X${refund.code}`],
        ),
      );
    await expect(copy('1')).rejects.toThrow(/more than was paid/);
    const self = app.system((tx) =>
      tx.query(`update refunds set state = 'approved', approved_by = asked_by where id = $1`, [refund.id]),
    );
    await expect(self).rejects.toThrow(/ck_refunds_two_people/);
    const alone = app.system((tx) =>
      tx.query(`update refunds set state = 'approved' where id = $1`, [refund.id]),
    );
    await expect(alone).rejects.toThrow(/ck_refunds_approval/);
  });
});

describe('two people', () => {
  it('are needed whichever way it is tried', async () => {
    const refund = await world.asked(await paid(), 1000);
    expect(codeOf(await world.approve([refund], world.finance))).toEqual([403, 'REFUND_IS_YOURS']);
    expect(codeOf(await world.send([refund]))).toEqual([409, 'REVIEW_CHANGED']);
    const refused = await app.call(refuseRefund, {
      as: world.second,
      params: { id: refund.id },
      body: { version: refund.version, reason: 'Not taken' },
      freshCode: await app.freshCode(world.second),
    });
    expect(codeOf(refused)).toEqual([409, 'WRONG_STATE']);
    await importEntries(app, {
      as: world.finance,
      entries: [{ amount: '10.00', direction: 'DBIT', text: `RF-${refund.code}` }],
    });
    const out = await deskLines(app, world.finance, 'out');
    expect(out.some(({ text, matches }) => text.includes(refund.code) && matches.length === 0)).toBe(true);
    expect(await world.now(refund)).toMatchObject({ state: 'asked' });
  });

  it('approve what was shown and nothing else, with a code of its own', async () => {
    const order = await paid();
    const [one, two] = [await world.asked(order, 1000), await world.asked(order, 2000)];
    const as = world.second;
    const review = await app.call(reviewRefunds, { as, body: { refunds: seen([one]) } });
    const freshCode = await app.freshCode(as);
    const { hash } = review.body;
    const other = await app.call(approveRefunds, { as, body: { hash, refunds: seen([two]) }, freshCode });
    expect(codeOf(other)).toEqual([409, 'REVIEW_CHANGED']);
    const body = { hash, refunds: seen([one]) };
    expect(codeOf(await app.call(approveRefunds, { as, body, freshCode }))).toEqual([401, 'CODE_USED']);
    expect(codeOf(await app.call(approveRefunds, { as, body }))).toEqual([403, 'FRESH_CODE_REQUIRED']);
    await app.call(withdrawRefund, {
      as: world.finance,
      params: { id: one.id },
      body: { version: one.version, reason: 'Meanwhile no more' },
    });
    const late = await app.call(approveRefunds, { as, body, freshCode: await app.freshCode(as) });
    expect(codeOf(late)).toEqual([409, 'REVIEW_CHANGED']);
  });

  it('are told when money moved on meanwhile', async () => {
    const order = await paid();
    const refund = await world.asked(order, 400_000);
    await bookMoney(app, { ...order, refunded: 200_000 });
    expect(codeOf(await world.approve([refund]))).toEqual([409, 'REFUND_TOO_MUCH']);
  });

  it('approve it once: of two at once one wins and the other is told', async () => {
    const refund = await world.asked(await paid(), 1000);
    const third = await app.aStaff('finance');
    const people = [world.second, third];
    const { body } = await app.call(reviewRefunds, { as: world.second, body: { refunds: seen([refund]) } });
    const given = { hash: body.hash, refunds: seen([refund]) };
    const outcomes = await Promise.all(
      people.map((person) => outcome(app.get(ApproveRefunds).run(app.actorOf(person), given))),
    );
    expect(outcomes.sort()).toEqual(['REVIEW_CHANGED', 'done']);
  });

  it('asking at once for the same money are one refund', async () => {
    const order = await paid({ total: 8000 });
    const given = {
      source: { kind: 'order' as const, id: order.orderId },
      way: { method: 'bank' as const, id: order.matchId },
      amount: sar(8000),
      reason: 'Twice at once',
    };
    const outcomes = await Promise.all(
      [world.finance, world.second].map((person) =>
        outcome(app.get(AskRefund).run(app.actorOf(person), given)),
      ),
    );
    expect(outcomes.sort()).toEqual(['REFUND_TOO_MUCH', 'done']);
  });

  it('see on Today what waits for them', async () => {
    await world.asked(await paid(), 100);
    await world.approved(await paid(), 100);
    const { cards } = (await app.call(staffToday, { as: world.finance })).body;
    const count = (kind: string) => cards.find((card) => card.kind === kind)?.count ?? 0;
    expect(count('refunds_second')).toBe((await world.list('second')).counts.second);
    expect(count('refunds_to_send')).toBeGreaterThan(0);
    expect(count('refunds_failed')).toBe((await world.list('failed')).counts.failed);
  });
});

describe('the file for the bank', () => {
  it('is pain.001 with its sums, plain letters, and the same bytes each time', async () => {
    const [one, two] = [
      await paid({ payerName: 'مؤسسة دار النور للتجارة', payerIban: saudiIban('10', '11') }),
      await paid({ payerName: 'Sõrensen & "Søn" <AS>', payerIban: saudiIban('10', '12') }),
    ];
    const refunds = [await world.approved(one, 12_345), await world.approved(two, 100)];
    const file = (await world.send(refunds)).body;
    const read = () => app.call(refundFile, { as: world.second, params: { id: file.id } });
    const [first, again] = [await read(), await read()];
    expect(again.raw.equals(first.raw)).toBe(true);
    expect(first.headers['content-disposition']).toContain(`${file.messageId}.xml`);
    const root = find(readXml(first.raw.toString('utf8')), 'CstmrCdtTrfInitn');
    for (const place of ['GrpHdr', 'PmtInf']) {
      expect(textAt(root, `${place}/NbOfTxs`)).toBe('2');
      expect(textAt(root, `${place}/CtrlSum`)).toBe('124.45');
    }
    expect(textAt(root, 'GrpHdr/MsgId')).toBe(file.messageId);
    const transfers = all(find(root, 'PmtInf'), 'CdtTrfTxInf').map((each) => [
      textAt(each, 'PmtId/EndToEndId'),
      textAt(each, 'Amt/InstdAmt'),
      textAt(each, 'CdtrAcct/Id/IBAN'),
      textAt(each, 'Cdtr/Nm'),
    ]);
    expect(transfers.sort()).toEqual(
      [
        [`RF-${refunds[0]?.code}`, '123.45', saudiIban('10', '11'), 'mwssa dar alnwr lltjara'],
        [`RF-${refunds[1]?.code}`, '1.00', saudiIban('10', '12'), 'Sorensen Son AS'],
      ].sort(),
    );
    expect(codeOf(await world.send([await world.now({ id: refunds[0]?.id ?? '' })]))).toEqual([
      409,
      'REVIEW_CHANGED',
    ]);
    const [row] = await app.system((tx) =>
      tx.query<{ n: number }>(
        `select count(*)::int as n from audit_event where event = 'payments.refund_file_read' and subject_id = $1`,
        [file.id],
      ),
    );
    expect(row?.n).toBe(2);
  });

  it('holds no refund whose payment was taken back, and a payment is not taken back under a sent one', async () => {
    const order = await paid();
    const refund = await world.approved(order, 1000);
    await bookMoney(app, { ...order, refunded: 499_500 });
    expect(codeOf(await world.send([refund]))).toEqual([409, 'REFUND_TOO_MUCH']);
    const other = await paid();
    await world.sent(other, 1000);
    const done = await deskLines(app, world.finance, 'done');
    expect(done.some(({ matches }) => matches.some(({ id }) => id === other.matchId))).toBe(true);
    await importEntries(app, {
      as: world.finance,
      entries: [{ amount: '5000.00', direction: 'DBIT', text: 'by hand' }],
    });
    const [out] = (await deskLines(app, world.finance, 'out')).filter(({ text }) => text.includes('by hand'));
    if (!out) throw new Error('no line went out');
    const target = { kind: 'payment' as const, id: other.matchId };
    const parts = [{ target, amount: sar(500_000) }];
    const split = await app.call(splitLine, {
      as: world.finance,
      params: { id: out.id },
      body: { version: out.version, parts, reason: 'The bank took it back' },
    });
    expect(split.status).toBe(200);
    await expect(world.book(split.body)).rejects.toThrow('MONEY_MOVED_ON');
  });
});
