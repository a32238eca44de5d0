import { riyadhDay } from '@qafila/shared/traders/application.rules';
import { aCertificate, aSubmitted } from '../../../src/modules/traders/testing/an-application';
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
/** Version of the company's own application, a renewal that an earlier endpoint began; 1 while there is none. */
async function ownVersion({ world: { app }, company }: SampleAt): Promise<number> {
  const [row] = await app.system((tx) =>
    tx.query<{ version: number }>(
      'select version from applications where company_id = $1 order by created_at desc limit 1',
      [company.companyId],
    ),
  );
  return row?.version ?? 1;
}
const onItem = { params: { kind: 'unified_number' } };

export const tradersApplicationSamples: Samples = {
  'traders.save_item': async (at) => ({
    ...onItem,
    version: await ownVersion(at),
    body: { values: { number: '7012345678', confirmedOn: riyadhDay(at.world.app.clock.now()) } },
  }),
  'traders.upload_document': async () => ({
    ...onItem,
    query: { name: 'unified-number.pdf' },
    file: { bytes: await aCertificate(), type: 'application/pdf' },
  }),
  'traders.own_document_page': () => ({ params: { kind: 'unified_number', page: 1 } }),
  'traders.accept_terms': () => ({ body: { tradeTerms: 1, recipientsAgreement: 1 } }),
  'traders.submit_application': async (at) => ({ version: await ownVersion(at) }),
  'traders.renew_document': () => onItem,
  'traders.review': onWaiting(),
  'traders.document_page': onWaiting(() => ({ params: { kind: 'unified_number', page: 1 } })),
  'traders.give_verdict': onWaiting(() => ({ ...onItem, body: { verdict: 'accepted' } })),
  'traders.mark_field': onWaiting(() => ({ ...onItem, body: { field: 'number', mark: 'matches' } })),
  'traders.release_application': onWaiting(),
  'traders.approve_application': onWaiting(({ world }) => ({
    body: { priceList: 'trade-a', currency: 'SAR', accountManagerId: world.staff.account_manager.personId },
  })),
  'traders.request_changes': onWaiting(),
  'traders.reject_application': onWaiting(() => ({
    body: { reason: 'other', text: 'We cannot open an account.' },
  })),
};
