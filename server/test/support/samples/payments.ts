import { reviewMatches } from '@qafila/shared/payments/desk.contract';
import { demoStatement } from '@qafila/shared/payments/payments.contract';
import { uploadReceipt } from '@qafila/shared/payments/receipts.contract';
import { importStatement, STATEMENT_FILE_TYPE } from '@qafila/shared/payments/statements.contract';
import { aPicture } from '../../../src/modules/branding/testing/a-file';
import { newId } from '../../../src/platform/ids/new-id';
import { signedInFor } from '../matrix-people';
import { good } from '../world-orders';
import { firstOf, onOrder, type Sample, type SampleAt, type Samples } from './sample';

const aStatement: Sample = async ({ world }) => ({
  file: { bytes: (await world.app.call(demoStatement)).raw, type: 'application/xml' },
});

const anImport: Sample = async ({ world }) => ({
  params: await firstOf<{ id: string }>(world.app, 'select id from statement_imports order by id limit 1'),
});

/** A CSV that waits for its columns to be named; each has a header of its own. */
const anUnmapped = async ({ world }: SampleAt): Promise<{ id: string }> => {
  const as = await world.app.aStaff('finance');
  const bytes = `Day,Text ${newId()},Amount\n2026-11-22,coffee,-5.00\n`;
  const file = { bytes, type: STATEMENT_FILE_TYPE };
  return { id: good(importStatement, await world.app.call(importStatement, { as, file })).id };
};
const aLayout = {
  headerRow: 1,
  layout: {
    dateOrder: 'ymd' as const,
    decimal: '.' as const,
    columns: {
      ...{ date: 0, valueDate: null, amount: 2, debit: null, credit: null, text: [1] },
      ...{ payerName: null, payerIban: null, reference: null, balance: null },
    },
  },
};

/** The matches that wait, or one that is gone when all are decided: refusals of the contract, not of the test. */
const matchesOf = ({ world }: SampleAt): Promise<{ matchId: string; version: number }[]> =>
  world.app.system(async (tx) => {
    const open = await tx.query<{ id: string; version: number }>(
      `select id, version from matches where state in ('proposed', 'first_confirmed') order by id`,
    );
    if (open.length === 0) return [{ matchId: newId(), version: 1 }];
    return open.map(({ id, version }) => ({ matchId: id, version }));
  });

/** Hashes by the list that was reviewed: the same list is not reviewed for every cell. */
const reviewed = new Map<string, string>();
const confirmation: Sample = async (at) => {
  const matches = await matchesOf(at);
  const list = JSON.stringify(matches);
  if (!reviewed.has(list)) {
    // A session of its own: calls of other cells close those that the world began with.
    const as = await at.world.app.aStaff('finance');
    const answer = await at.world.app.call(reviewMatches, { as, body: { matches } });
    reviewed.set(list, answer.status === 200 ? good(reviewMatches, answer).hash : '0'.repeat(64));
  }
  return { body: { hash: reviewed.get(list), matches } };
};

const aMatch: Sample = async (at) => {
  const row = await firstOf<{ id: string; version: number }>(
    at.world.app,
    `select id, version from matches order by (state in ('proposed', 'first_confirmed')) desc, id limit 1`,
  );
  return { params: { id: row.id }, body: { version: row.version } };
};
const aBooked: Sample = async (at) => {
  const row = await firstOf<{ id: string; version: number }>(
    at.world.app,
    `select id, version from matches where kind = 'order' order by (state = 'confirmed') desc, id limit 1`,
  );
  return { params: { id: row.id }, body: { version: row.version, reason: 'It paid another order' } };
};
/** An open line and a company whose credit it becomes. */
const aSplit: Sample = async (at) => {
  const line = await firstOf<{ id: string; version: number; amount_minor: string }>(
    at.world.app,
    `select id, version, amount_minor from statement_lines where amount_minor > 0
     order by (state = 'imported') desc, id limit 1`,
  );
  const target = { kind: 'company', id: at.world.own.companyId };
  const parts = [{ target, amount: { minor: Number(line.amount_minor), currency: 'SAR' } }];
  return { params: { id: line.id }, body: { version: line.version, parts, reason: 'The trader called' } };
};
const aSearch: Sample = async (at) => {
  const { id } = await firstOf<{ id: string }>(
    at.world.app,
    'select id from statement_lines order by id limit 1',
  );
  return { params: { id }, query: { q: 'dar' } };
};
const aLine: Sample = async (at) => {
  const { id, version } = await firstOf<{ id: string; version: number }>(
    at.world.app,
    `select id, version from statement_lines order by (state = 'imported') desc, id limit 1`,
  );
  return { params: { id }, body: { version, reason: 'Not for an order of ours' } };
};

const receiptOf = async ({ company }: SampleAt) => ({
  params: { id: company.orders.submitted },
  query: { name: company.hand.latin('receipt.png') },
  file: { bytes: await aPicture({ width: 700 }), type: 'image/png' },
});
/** A page of the company's receipt; the first sample that asks uploads it. */
const aReceiptPage: Sample = async (at) => {
  const { app } = at.world;
  const find = () =>
    app.system((tx) =>
      tx.query<{ id: string }>('select id from transfer_receipts where company_id = $1 order by id limit 1', [
        at.company.companyId,
      ]),
    );
  if ((await find()).length === 0) {
    // A session of its own: calls of other cells close those that the world began with.
    const as = await signedInFor(at.world, at.company.people.owner, { role: 'owner', situation: 'own' });
    good(uploadReceipt, await app.call(uploadReceipt, { as, ...(await receiptOf(at)) }));
  }
  return { params: { id: (await find())[0]?.id ?? '', page: 1 } };
};

const ofOwnCompany: Sample = ({ world }) => ({ params: { id: world.own.companyId } });

const aStart: Sample = async (at) => {
  const order = await onOrder('submitted')(at);
  const { total_minor } = await firstOf<{ total_minor: string }>(
    at.world.app,
    'select total_minor from orders where id = $1',
    [at.company.orders.submitted],
  );
  return {
    params: order.params,
    body: { method: 'visa', due: { minor: Number(total_minor), currency: 'SAR' } },
  };
};

/** An attempt of the company that needs a look; each cell has one of its own. */
const anAttempt: Sample = async ({ world, company }) => {
  const id = newId();
  await world.app.system((tx) =>
    tx.query(
      `insert into payment_attempts (company_id, id, order_id, method, gateway, state, amount_minor, currency, pay_minor,
         pay_currency, expires_at, is_ending, booked_minor, disputed_minor, flag, started_by, started_at, changed_at, version)
       values ($1, $2, $3, 'visa', 'stripe', 'failed', 100, 'SAR', 100, 'SAR', $4, false, 0, 0, 'unknown', $5, $4, $4, 1)`,
      [company.companyId, id, company.orders.submitted, world.app.clock.now(), company.people.owner.personId],
    ),
  );
  return { params: { id } };
};
const aFlag: Sample = async (at) => ({
  ...(await anAttempt(at)),
  body: { version: 1, reason: 'Looked at the gateway' },
});

export const paymentsSamples: Samples = {
  'payments.order_payment': onOrder('submitted'),
  'payments.start_payment': aStart,
  'payments.cancel_payment': onOrder('submitted'),
  'payments.use_credit': async (at) => ({
    ...(await onOrder('submitted')(at)),
    body: { amount: { minor: 100, currency: 'SAR' } },
  }),
  'payments.company_account': ofOwnCompany,
  'payments.company_account_paper': ofOwnCompany,
  'payments.company_account_table': ofOwnCompany,
  'payments.gateway_attempt': anAttempt,
  'payments.attempt_evidence': anAttempt,
  'payments.look_again': anAttempt,
  'payments.settle_flag': aFlag,
  'payments.take_hook': () => ({
    params: { gateway: 'stripe' },
    file: { bytes: '{}', type: 'application/json' },
  }),
  'payments.transfer_instruction': onOrder('submitted'),
  'payments.upload_receipt': receiptOf,
  'payments.own_receipt_page': aReceiptPage,
  'payments.receipt_page': aReceiptPage,
  'payments.import_statement': aStatement,
  'payments.statement_import': anImport,
  'payments.import_table': async (at) => ({ params: await anUnmapped(at) }),
  'payments.preview_layout': async (at) => ({ params: await anUnmapped(at), body: aLayout }),
  'payments.save_layout': async (at) => ({
    params: await anUnmapped(at),
    body: { ...aLayout, name: 'Bank of the matrix' },
  }),
  'payments.drop_import': async (at) => ({ params: await anUnmapped(at) }),
  'payments.review': async (at) => ({ body: { matches: await matchesOf(at) } }),
  'payments.confirm': confirmation,
  'payments.withdraw_match': aMatch,
  'payments.undo_match': aBooked,
  'payments.ignore_line': aLine,
  'payments.split_line': aSplit,
  'payments.find_targets': aSearch,
};
