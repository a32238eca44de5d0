import { refundPlace } from '../../../src/modules/payments/db/refund.repository';
import { refundFilePlace } from '../../../src/modules/payments/db/refund-file.repository';
import { newId, newPublicCode } from '../../../src/platform/ids/new-id';
import { firstOf, onOrder, type Sample, type SampleAt, type Samples } from './sample';

/** A booked payment: the only way back. */
const paidBy = ({ world }: SampleAt) =>
  firstOf<{ company_id: string; id: string; order_id: string }>(
    world.app,
    `select company_id, id, order_id from matches where kind = 'order' and state = 'confirmed' order by id limit 1`,
  );
const aPerson = async ({ world }: SampleAt): Promise<string> => (await world.app.aStaff('finance')).personId;

/** A refund of one halala that waits; the first sample that asks makes it. */
async function refundOf(at: SampleAt): Promise<{ id: string; version: number }> {
  const { app } = at.world;
  const find = () =>
    app.system((tx) => tx.query<{ id: string; version: number }>('select id, version from refunds limit 1'));
  const [known] = await find();
  if (known) return known;
  const paid = await paidBy(at);
  const personId = await aPerson(at);
  const id = newId();
  const reason = (await app.sealer(null)).seal(refundPlace(id), 'Goods are gone');
  await app.system((tx) =>
    tx.query(
      `insert into refunds (company_id, id, code, source, order_id, method, match_id, account_tail, amount_minor, currency,
         pay_minor, pay_currency, state, reason_enc, asked_by, asked_at, changed_at, version)
       values ($1, $2, $3, 'order', $4, 'bank', $5, '7519', 1, 'SAR', 1, 'SAR', 'asked', $6, $7, $8, $8, 1)`,
      [paid.company_id, id, newPublicCode(), paid.order_id, paid.id, reason, personId, app.clock.now()],
    ),
  );
  return { id, version: 1 };
}
const seen = async (at: SampleAt) => {
  const { id, version } = await refundOf(at);
  return [{ refundId: id, version }];
};
const onRefund: Sample = async (at) => {
  const { id, version } = await refundOf(at);
  return { params: { id }, body: { version, reason: 'The trader takes other goods' } };
};

const anAsk: Sample = async (at) => {
  const paid = await paidBy(at);
  return {
    body: {
      source: { kind: 'order', id: paid.order_id },
      way: { method: 'bank', id: paid.id },
      amount: { minor: 1, currency: 'SAR' },
      reason: 'Goods are gone',
    },
  };
};
const aFile: Sample = async (at) => {
  const { app } = at.world;
  const id = newId();
  const personId = await aPerson(at);
  const content = (await app.sealer(null)).seal(refundFilePlace(id), '<Document/>');
  await app.system((tx) =>
    tx.query(
      `insert into refund_files (id, message_id, count, total_minor, currency, content_enc, made_at, made_by)
       values ($1, $2, 1, 1, 'SAR', $3, $4, $5)`,
      [id, `RF-${newPublicCode()}`, content, app.clock.now(), personId],
    ),
  );
  return { params: { id } };
};

export const refundsSamples: Samples = {
  'payments.refunds': () => ({}),
  'payments.refundable': () => ({ query: { q: 'dar' } }),
  'payments.ask_refund': anAsk,
  'payments.review_refunds': async (at) => ({ body: { refunds: await seen(at) } }),
  'payments.approve_refunds': async (at) => ({ body: { hash: '0'.repeat(64), refunds: await seen(at) } }),
  'payments.withdraw_refund': onRefund,
  'payments.send_refunds': async (at) => ({ body: { refunds: await seen(at) } }),
  'payments.refund_file': aFile,
  'payments.refuse_refund': onRefund,
  'payments.order_refunds': onOrder('submitted'),
};
