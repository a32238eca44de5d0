import { aCertificate, aSubmitted } from '../../../src/modules/traders/testing/an-application';
import { newId } from '../../../src/platform/ids/new-id';
import { firstOf, type Sample, type SampleAt, type Samples } from './sample';

/** The application that waits in the world of the matrix, with its version as it is now; a new one when all are decided. */
async function waiting({ world: { app } }: SampleAt): Promise<{ id: string; version: number }> {
  const sql = `select id, version from applications where state in ('submitted', 'in_review') order by created_at limit 1`;
  const [row] = await app.system((tx) => tx.query<{ id: string; version: number }>(sql));
  if (row) return row;
  await aSubmitted(app, { name: 'Matrix Hospitality' });
  return firstOf(app, sql);
}
const onWaiting =
  (more: (at: SampleAt) => { params?: object; body?: object } = () => ({})): Sample =>
  async (at) => {
    const { id, version } = await waiting(at);
    const { params = {}, body } = more(at);
    return { params: { id, ...params }, version, ...(body ? { body } : {}) };
  };
const onItem = { params: { kind: 'unified_number' } };

export const tradersApplicationSamples: Samples = {
  'traders.save_item': () => ({ ...onItem, version: 1, body: { values: { number: '7012345678' } } }),
  'traders.upload_document': async () => ({
    ...onItem,
    query: { name: 'unified-number.pdf' },
    file: { bytes: await aCertificate(), type: 'application/pdf' },
  }),
  'traders.own_document_page': () => ({ params: { kind: 'unified_number', page: 1 } }),
  'traders.accept_terms': () => ({ body: { tradeTerms: 1, recipientsAgreement: 1 } }),
  'traders.submit_application': () => ({ version: 1 }),
  'traders.renew_document': () => onItem,
  'traders.review': onWaiting(),
  'traders.document_page': onWaiting(() => ({ params: { kind: 'unified_number', page: 1 } })),
  'traders.give_verdict': onWaiting(() => ({ ...onItem, body: { verdict: 'accepted' } })),
  'traders.mark_field': onWaiting(() => ({ ...onItem, body: { field: 'number', mark: 'matches' } })),
  'traders.release_application': onWaiting(),
  'traders.approve_application': onWaiting(() => ({
    body: { priceList: 'trade-a', currency: 'SAR', accountManagerId: newId() },
  })),
  'traders.request_changes': onWaiting(),
  'traders.reject_application': onWaiting(() => ({
    body: { reason: 'other', text: 'We cannot open an account.' },
  })),
};
