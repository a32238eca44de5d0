import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  applyAgain,
  approveApplication,
  documentPage,
  giveVerdict,
  listApplications,
  markField,
  readReview,
  rejectApplication,
  releaseApplication,
  requestChanges,
  saveItem,
  submitApplication,
} from '@qafila/shared/traders/application.contract';
import {
  CLAIM_MINUTES,
  REFUSALS_BEFORE_WAIT,
  WAIT_DAYS_AFTER_REFUSALS,
} from '@qafila/shared/traders/application.rules';
import { CHANGE_TEXTS } from '@qafila/shared/traders/application-reasons';
import type { ReviewView } from '@qafila/shared/traders/application-views';
import type { ItemKind } from '@qafila/shared/traders/checklist';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import {
  again,
  anApplicant,
  aSubmitted,
  fill,
  good,
  read,
  save,
  submit,
  versionOf,
} from '../testing/an-application';

let app: TestApp;
let amal: TestPerson;
let badr: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  amal = await app.aStaff('account_manager');
  badr = await app.aStaff('account_manager');
});
afterAll(() => app.close());

const look = async (id: string, as = amal): Promise<ReviewView> =>
  good(await app.call(readReview, { as, params: { id } }));
const verdict = async (
  id: string,
  kind: ItemKind,
  given: { readonly verdict: 'accepted' | 'change_asked' | 'open'; readonly as?: TestPerson },
) => {
  const as = given.as ?? amal;
  const asked = given.verdict === 'change_asked';
  return app.call(giveVerdict, {
    as,
    params: { id, kind },
    version: (await look(id, as)).version,
    body: {
      verdict: given.verdict,
      ...(asked ? { reason: 'differs' as const, text: CHANGE_TEXTS.differs.en } : {}),
    },
  });
};
/** Accepts every item that waits. */
async function acceptAll(id: string): Promise<ReviewView> {
  for (const item of (await look(id)).items)
    if (item.verdict === 'open') good(await verdict(id, item.kind, { verdict: 'accepted' }));
  return look(id);
}
const approve = async (id: string, as = amal) =>
  app.call(approveApplication, {
    as,
    params: { id },
    version: (await look(id, as)).version,
    body: { priceList: 'trade-b', currency: 'SAR', accountManagerId: amal.personId },
  });
const reject = async (id: string) =>
  app.call(rejectApplication, {
    as: amal,
    params: { id },
    version: (await look(id)).version,
    body: { reason: 'documents_not_genuine', text: 'The register does not know this number.' },
  });
const sendBack = async (id: string) =>
  app.call(requestChanges, { as: amal, params: { id }, version: (await look(id)).version });

describe('the queue', () => {
  it('shows what waits, oldest due first, page by page, with three statements', async () => {
    for (let count = 0; count < 3; count += 1) await aSubmitted(app, { name: `Queue ${count} Trading` });
    const query = { tab: 'new' as const, limit: 2 };
    const statements = await app.statements(() => app.call(listApplications, { as: amal, query }));
    expect(statements.length).toBeLessThanOrEqual(3);
    const first = good(await app.call(listApplications, { as: amal, query }));
    expect(first.rows).toHaveLength(2);
    expect(first.counts.new).toBeGreaterThanOrEqual(3);
    const next = good(
      await app.call(listApplications, { as: amal, query: { ...query, after: first.next ?? '' } }),
    );
    const ids = [...first.rows, ...next.rows].map((row) => row.id);
    expect(new Set(ids).size).toBe(ids.length);
    const due = first.rows.map((row) => row.dueAt ?? '');
    expect([...due].sort()).toEqual(due);
  });

  it.each(['waiting', 'expiring', 'approved', 'rejected'] as const)('has a tab %s', async (tab) => {
    const reply = good(await app.call(listApplications, { as: amal, query: { tab } }));
    expect(Array.isArray(reply.rows)).toBe(true);
  });

  it('knows nothing of a draft', async () => {
    const owner = await anApplicant(app);
    const id = (await read(app, owner)).application?.id ?? '';
    expect((await app.call(readReview, { as: amal, params: { id } })).status).toBe(404);
  });
});

describe('a review', () => {
  it('is held by one reviewer at a time, until he hands it back or half an hour is over', async () => {
    const { id } = await aSubmitted(app);
    good(await verdict(id, 'contact', { verdict: 'accepted' }));
    expect((await look(id, badr)).heldBy).not.toBeNull();
    const other = await verdict(id, 'legal_name', { verdict: 'accepted', as: badr });
    expect(other.body.code).toBe('APPLICATION_CLAIMED');
    good(await app.call(releaseApplication, { as: amal, params: { id }, version: (await look(id)).version }));
    good(await verdict(id, 'legal_name', { verdict: 'accepted', as: badr }));
    await app.clock.advance((CLAIM_MINUTES.value + 1) * 60_000);
    good(await verdict(id, 'vat_number', { verdict: 'accepted' }));
  });

  it('shows documents as pictures, writes down who looked, and keeps marks', async () => {
    const { id, companyId } = await aSubmitted(app);
    const page = await app.call(documentPage, {
      as: amal,
      params: { id, kind: 'unified_number', page: 1 },
    });
    expect(page.headers['content-type']).toBe('image/png');
    const marked = good(
      await app.call(markField, {
        as: amal,
        params: { id, kind: 'unified_number' },
        version: (await look(id)).version,
        body: { field: 'number', mark: 'matches' },
      }),
    );
    expect(marked.items.find((item) => item.kind === 'unified_number')?.marks).toEqual({ number: 'matches' });
    const events = await app.system((tx) =>
      tx.query<{ event: string }>('select event from audit_event where company_id = $1', [companyId]),
    );
    expect(events.map((row) => row.event)).toEqual(
      expect.arrayContaining(['traders.application_read', 'traders.application_document_read']),
    );
  });

  it('approves only what has a verdict everywhere, and sets everything in one step', async () => {
    const { id, companyId, ...owner } = await aSubmitted(app);
    good(await verdict(id, 'contact', { verdict: 'accepted' }));
    expect((await approve(id)).body).toMatchObject({ code: 'APPLICATION_ITEMS_OPEN', params: { count: 4 } });
    await acceptAll(id);
    good(await verdict(id, 'vat_number', { verdict: 'change_asked' }));
    expect((await approve(id)).body.code).toBe('APPLICATION_ITEMS_ASKED');
    good(await verdict(id, 'vat_number', { verdict: 'accepted' }));
    const review = good(await approve(id));
    expect(review).toMatchObject({ state: 'approved', opened: { priceList: 'trade-b', currency: 'SAR' } });
    const [company] = await app.system((tx) =>
      tx.query('select * from companies where id = $1', [companyId]),
    );
    expect(company).toMatchObject({
      state: 'active',
      price_list: 'trade-b',
      account_manager_id: amal.personId,
      name_arabic: 'مؤسسة روابي للضيافة',
      registration_number: '7012345678',
      vat_number: '310456789100003',
    });
    const reply = await read(app, { ...owner, companyId } as never);
    expect(reply.companyState).toBe('active');
    expect(reply.documents).toMatchObject([{ kind: 'unified_number' }]);
    await app.drain();
    const mails = await app.system((tx) =>
      tx.query<{ template: string }>('select template from mails where company_id = $1', [companyId]),
    );
    expect(mails.map((mail) => mail.template)).toContain('application_decided');
  });

  it('opens an account only with a manager of the staff', async () => {
    const { id } = await aSubmitted(app);
    await acceptAll(id);
    const stranger = await app.aStaff('finance');
    const answer = await app.call(approveApplication, {
      as: amal,
      params: { id },
      version: (await look(id)).version,
      body: { priceList: 'trade-a', currency: 'SAR', accountManagerId: stranger.personId },
    });
    expect(answer.body.code).toBe('FIELDS_INVALID');
  });

  it('sent back opens the asked item alone, and the next round shows what changed', async () => {
    const owner = await aSubmitted(app);
    const { id } = owner;
    expect((await sendBack(id)).body.code).toBe('APPLICATION_NOTHING_ASKED');
    await acceptAll(id);
    good(await verdict(id, 'unified_number', { verdict: 'change_asked' }));
    // While it is reviewed the applicant sees no verdict that may still change.
    const during = (await read(app, owner)).application?.items.find((item) => item.kind === 'unified_number');
    expect(during).toMatchObject({ verdict: 'open', reason: null });
    good(await sendBack(id));
    const { application } = await read(app, owner);
    expect(application?.state).toBe('changes_requested');
    expect(application?.items.filter((item) => !item.isLocked).map((item) => item.kind)).toEqual([
      'unified_number',
    ]);
    const locked = await app.call(saveItem, {
      as: owner,
      params: { kind: 'contact' },
      version: await versionOf(app, owner),
      body: { values: {} },
    });
    expect(locked.body.code).toBe('APPLICATION_LOCKED');
    await save(app, owner, {
      kind: 'unified_number',
      values: { number: '7012345687', confirmedOn: '2026-10-23' },
    });
    await submit(app, owner);
    const review = await look(id);
    expect(review).toMatchObject({ state: 'submitted', submissions: 2 });
    const item = review.items.find((each) => each.kind === 'unified_number');
    expect(item).toMatchObject({ isChanged: true, verdict: 'open', last: { number: '7012345678' } });
    expect(review.items.filter((each) => each.verdict === 'accepted')).toHaveLength(5);
  });

  it('rejected may begin again with what was accepted, and waits after the third time', async () => {
    const owner = await aSubmitted(app);
    let { id } = owner;
    for (let round = 1; round <= REFUSALS_BEFORE_WAIT.value; round += 1) {
      good(await verdict(id, 'contact', { verdict: 'accepted' }));
      good(await reject(id));
      const { application } = await read(app, owner);
      expect(application).toMatchObject({ state: 'rejected', refusal: { code: 'documents_not_genuine' } });
      if (round === REFUSALS_BEFORE_WAIT.value) break;
      const reply = await again(app, owner);
      expect(reply.application).toMatchObject({ state: 'draft', attempt: round + 1 });
      expect(reply.application?.items.find((item) => item.kind === 'contact')).toMatchObject({
        verdict: 'accepted',
        isLocked: true,
      });
      await fill(app, owner);
      id = (await submit(app, owner)).application?.id ?? '';
      expect((await look(id)).attempt).toBe(round + 1);
    }
    expect((await app.call(applyAgain, { as: owner })).body.code).toBe('APPLICATION_WAITS');
    await app.clock.advance((WAIT_DAYS_AFTER_REFUSALS.value + 1) * 86_400_000);
    expect((await again(app, owner)).application?.attempt).toBe(REFUSALS_BEFORE_WAIT.value + 1);
  });

  it('begins again without what has passed since: a document’s year, another version of the terms', async () => {
    const owner = await aSubmitted(app);
    for (const kind of ['contact', 'unified_number'] as const)
      good(await verdict(owner.id, kind, { verdict: 'accepted' }));
    good(await reject(owner.id));
    await app.clock.advance(12 * 31 * 86_400_000);
    const verdictsOf = async () =>
      Object.fromEntries(
        ((await read(app, owner)).application?.items ?? []).map((item) => [item.kind, item]),
      );
    await again(app, owner);
    expect(await verdictsOf()).toMatchObject({
      contact: { verdict: 'accepted', isLocked: true },
      unified_number: { verdict: 'open', isLocked: false },
      trade_terms: { verdict: 'open', isLocked: false },
    });
    await fill(app, owner);
    await app.system((tx) =>
      tx.query('update company_acceptances set version = version - 1 where company_id = $1', [
        owner.companyId,
      ]),
    );
    const version = (await read(app, owner)).application?.version ?? 0;
    expect((await app.call(submitApplication, { as: owner, version })).body.code).toBe('TERMS_NOT_ACCEPTED');
    await fill(app, owner);
    expect((await submit(app, owner)).application?.state).toBe('submitted');
  });
});
