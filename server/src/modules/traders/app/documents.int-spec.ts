import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createDraft, traderHome } from '@qafila/shared/ordering/ordering.contract';
import {
  approveApplication,
  giveVerdict,
  listApplications,
  readReview,
  renewDocument,
} from '@qafila/shared/traders/application.contract';
import {
  addMonths,
  DOCUMENT_GRACE_DAYS,
  DOCUMENT_REMINDER_DAYS,
  DOCUMENT_VALID_MONTHS,
  riyadhDay,
} from '@qafila/shared/traders/application.rules';
import { aTestApp, type TestApp } from '../../../../test/support/test-app';
import type { TestPerson } from '../../../../test/support/test-people';
import { type Applicant, aSubmitted, good, read, save, submit, upload } from '../testing/an-application';

const DAY_MS = 86_400_000;
let app: TestApp;
let amal: TestPerson;
beforeAll(async () => {
  app = await aTestApp();
  amal = await app.aStaff('account_manager');
});
afterAll(() => app.close());

async function approve(id: string): Promise<void> {
  const look = async () => good(await app.call(readReview, { as: amal, params: { id } }));
  for (const item of (await look()).items) {
    if (item.verdict === 'accepted') continue;
    good(
      await app.call(giveVerdict, {
        as: amal,
        params: { id, kind: item.kind },
        version: (await look()).version,
        body: { verdict: 'accepted' },
      }),
    );
  }
  const body = { priceList: 'trade-a' as const, currency: 'SAR' as const, accountManagerId: amal.personId };
  good(
    await app.call(approveApplication, { as: amal, params: { id }, version: (await look()).version, body }),
  );
}

/** Moves to so many days before (or after) the next confirmation, and lets the worker look. */
async function daysBefore(owner: Applicant, days: number): Promise<void> {
  const [document] = (await read(app, owner)).documents;
  if (!document) throw new Error('No document');
  await app.clock.advance((document.daysLeft - days) * DAY_MS);
  // Once for the dates, once for the mails they become.
  await app.drain();
  await app.drain();
}
const remindersOf = async (owner: Applicant): Promise<number> =>
  (
    await app.system((tx) =>
      tx.query(`select 1 from mails where company_id = $1 and template = 'document_due'`, [owner.companyId]),
    )
  ).length;

describe('a company document', () => {
  it('reminds at 30, 7 and 0 days, then the company is suspended, reads, and is let in by renewing', async () => {
    const owner = await aSubmitted(app);
    await approve(owner.id);
    const [document] = (await read(app, owner)).documents;
    const today = riyadhDay(app.clock.now());
    expect(document?.confirmBy).toBe(
      addMonths(riyadhDay(new Date(app.clock.now().getTime() - 30 * DAY_MS)), DOCUMENT_VALID_MONTHS.value),
    );
    expect((document?.confirmBy ?? '') > today).toBe(true);

    const [early, late, last] = DOCUMENT_REMINDER_DAYS.value;
    await daysBefore(owner, early + 1);
    expect(await remindersOf(owner)).toBe(0);
    await daysBefore(owner, early);
    await app.drain();
    expect(await remindersOf(owner)).toBe(1);
    const expiring = good(await app.call(listApplications, { as: amal, query: { tab: 'expiring' } }));
    expect(expiring.rows.map((row) => row.id)).toContain(owner.id);
    await daysBefore(owner, late);
    expect(await remindersOf(owner)).toBe(2);
    await daysBefore(owner, last);
    expect(await remindersOf(owner)).toBe(3);

    // The last day of grace still counts.
    await daysBefore(owner, -DOCUMENT_GRACE_DAYS.value);
    expect((await read(app, owner)).companyState).toBe('active');
    expect((await app.call(createDraft, { as: owner, body: { name: 'Spring' } })).status).toBe(200);
    await daysBefore(owner, -DOCUMENT_GRACE_DAYS.value - 1);
    expect((await read(app, owner)).companyState).toBe('suspended');

    // Suspended: reads, and orders nothing.
    expect((await app.call(traderHome, { as: owner })).status).toBe(200);
    const draft = await app.call(createDraft, { as: owner, body: { name: 'Summer' } });
    expect(draft.body.code).toBe('NOT_ALLOWED');

    const begun = good(await app.call(renewDocument, { as: owner, params: { kind: 'unified_number' } }));
    expect(begun.application).toMatchObject({ kind: 'renewal', state: 'draft' });
    expect(begun.application?.items).toHaveLength(1);
    const confirmedOn = riyadhDay(app.clock.now());
    await save(app, owner, { kind: 'unified_number', values: { number: '7012345678', confirmedOn } });
    await upload(app, owner, { kind: 'unified_number', name: 'renewed.pdf' });
    const { application } = await submit(app, owner);
    await approve(application?.id ?? '');
    const renewed = await read(app, owner);
    expect(renewed.companyState).toBe('active');
    expect(renewed.documents).toMatchObject([
      { fileName: 'renewed.pdf', confirmBy: addMonths(confirmedOn, DOCUMENT_VALID_MONTHS.value) },
    ]);
    expect((await app.call(createDraft, { as: owner, body: { name: 'Summer' } })).status).toBe(200);
  });

  it('of a closed company reminds nobody', async () => {
    const owner = await aSubmitted(app);
    await approve(owner.id);
    const [document] = (await read(app, owner)).documents;
    await app.system((tx) =>
      tx.query(`update companies set state = 'closed' where id = $1`, [owner.companyId]),
    );
    await app.clock.advance(((document?.daysLeft ?? 0) - 7) * DAY_MS);
    await app.drain();
    const [row] = await app.system((tx) =>
      tx.query('select reminded from company_documents where company_id = $1', [owner.companyId]),
    );
    expect(row).toEqual({ reminded: null });
  });

  it('is renewed only where the list dates it, and one at a time', async () => {
    const owner = await aSubmitted(app);
    expect((await app.call(renewDocument, { as: owner, params: { kind: 'unified_number' } })).status).toBe(
      404,
    );
    await approve(owner.id);
    const foreign = await app.call(renewDocument, { as: owner, params: { kind: 'org_number' } });
    expect(foreign.status).toBe(404);
    good(await app.call(renewDocument, { as: owner, params: { kind: 'unified_number' } }));
    const twice = await app.call(renewDocument, { as: owner, params: { kind: 'unified_number' } });
    expect(twice.body.code).toBe('APPLICATION_OPEN');
  });
});
